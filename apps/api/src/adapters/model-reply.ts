import type { Objection, Question } from '../core/ports/text-model.ts';

/** What a reply of the model turned out to be. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly objections: readonly [Objection, ...Objection[]] };

/** Reads the JSON of a reply, code fences and chatter around it removed, and judges it. */
export function judged<T>(
  content: string,
  { reply, objections }: Pick<Question<T>, 'reply' | 'objections'>,
): Judged<T> {
  const json = parsed(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));
  if (json === null) return refused([{ reason: 'invalid', message: 'The reply is not one JSON object.' }]);
  const shaped = reply.safeParse(json);
  if (!shaped.success) {
    const problems = shaped.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return refused([{ reason: 'invalid', message: problems.join('; ') }]);
  }
  const [first, ...rest] = objections(shaped.data);
  return first === undefined ? { ok: true, value: shaped.data } : refused([first, ...rest]);
}

const refused = (objections: readonly [Objection, ...Objection[]]) => ({ ok: false, objections }) as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
