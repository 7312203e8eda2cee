import { z } from 'zod';
import { line } from '../kernel/index.ts';
import { Generated } from './coaching.model.ts';

/** The working styles of a seller: four preferences, the mixed one and the balanced one. */
export const Style = z.enum(['Convivial', 'Explorateur', 'Dynamique', 'Discret', 'Stratège', 'Adaptateur']);
export type Style = z.output<typeof Style>;

/** One answer: to a question in words, or to a known question by the index of an option. */
export const DiagnosticAnswer = z
  .object({
    question_id: z.int().optional(),
    question: line({ min: 1, max: 300 }).optional(),
    answer: z.union([line({ min: 1, max: 500 }), z.int()]),
  })
  .refine(({ question_id, question }) => question_id !== undefined || question !== undefined, {
    path: ['question'],
    error: 'REQUIRED',
  })
  .refine(({ question_id, answer }) => question_id !== undefined || typeof answer === 'string', {
    path: ['answer'],
    error: 'INVALID_TYPE',
  });
export type DiagnosticAnswer = z.output<typeof DiagnosticAnswer>;

/** The posted answers, 1 to 60 of them. */
export const DiagnosticAnswers = z.array(DiagnosticAnswer).min(1).max(60);
export type DiagnosticAnswers = z.output<typeof DiagnosticAnswers>;

const Sentences = z.array(z.string().trim().min(1).max(120)).min(1).max(3);

/** The part of a diagnostic that is words: the only part the model may write. */
export const DiagnosticText = z.object({ strengths: Sentences, weaknesses: Sentences });
export type DiagnosticText = z.output<typeof DiagnosticText>;

/** A style, a level from 1 to 5, and what to build on; weaknesses are worded as things to try. */
export const Diagnostic = Generated.extend({
  style: Style,
  level: z.int().min(1).max(5),
  ...DiagnosticText.shape,
});
export type Diagnostic = z.output<typeof Diagnostic>;
