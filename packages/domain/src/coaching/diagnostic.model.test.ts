import { expect, it } from 'vitest';
import { DiagnosticAnswers } from './diagnostic.model.ts';

const codesOf = (answers: unknown) =>
  DiagnosticAnswers.safeParse(answers, { reportInput: true }).error?.issues.map(({ path, message, code }) => [
    path.join('.'),
    message,
    code,
  ]);

it('answers may come in words or by number', () => {
  const answers = [
    { question: ' Comment accueilles-tu ? ', answer: ' Avec un sourire ', role: 'gerant' },
    { question_id: 16, answer: 2 },
    { question_id: 17, answer: '3', question: 'Un mardi calme' },
  ];
  expect(DiagnosticAnswers.parse(answers)).toEqual([
    { question: 'Comment accueilles-tu ?', answer: 'Avec un sourire' },
    { question_id: 16, answer: 2 },
    { question_id: 17, answer: '3', question: 'Un mardi calme' },
  ]);
});

it('an object, no answer, 61 of them or half a question are refused with their reason', () => {
  expect(codesOf({ question: 'a', answer: 'b' })).toMatchObject([['', expect.anything(), 'invalid_type']]);
  expect(codesOf([])).toMatchObject([['', expect.anything(), 'too_small']]);
  expect(codesOf(Array.from({ length: 61 }, () => ({ question: 'a', answer: 'b' })))).toMatchObject([
    ['', expect.anything(), 'too_big'],
  ]);
  expect(codesOf([{ answer: 'b' }])).toEqual([['0.question', 'REQUIRED', 'custom']]);
  expect(codesOf([{ question: 'a', answer: 4 }])).toEqual([['0.answer', 'INVALID_TYPE', 'custom']]);
  expect(codesOf([{ question: 'a', answer: '' }])).toMatchObject([['0.answer', 'REQUIRED', 'custom']]);
  expect(codesOf([{ question: 'a', answer: 'b'.repeat(501) }])).toMatchObject([['0.answer', 'TOO_LONG', 'custom']]);
});
