import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef } from 'react';
import { ApiProblem, type ProblemField } from './problem.ts';
import { uuid7 } from './uuid.ts';

/** A form that is sent once, however often it is pressed, and knows which fields were refused. */
export interface Submit {
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly pending: boolean;
  readonly problem: Error | null;
  /** The refusal of one field, by its name. */
  readonly refused: (name: string) => ProblemField | undefined;
}

/** How a form becomes a body and is sent; the key makes a repeated press count once. */
export interface SubmitOptions<B, T> {
  readonly body: (form: FormData) => B;
  readonly send: (body: B, idempotencyKey: string) => Promise<T>;
  readonly done: (answer: T, body: B) => void | Promise<void>;
}

/** Sends a plain form; the same content keeps its key until it has been accepted. */
export function useSubmit<B, T>({ body, send, done }: SubmitOptions<B, T>): Submit {
  const attempt = useRef({ content: '', key: '' });
  const mutation = useMutation({
    mutationFn: async (form: FormData) => {
      const content = body(form);
      const text = JSON.stringify(content);
      if (attempt.current.content !== text) attempt.current = { content: text, key: uuid7() };
      const answer = await send(content, attempt.current.key);
      attempt.current = { content: '', key: '' };
      await done(answer, content);
    },
  });
  const errors = mutation.error instanceof ApiProblem ? mutation.error.errors : [];
  return {
    onSubmit(event) {
      event.preventDefault();
      if (!mutation.isPending) mutation.mutate(new FormData(event.currentTarget));
    },
    pending: mutation.isPending,
    problem: mutation.error,
    refused: (name) => errors.find((error) => error.path === name),
  };
}

/** The text of a field, trimmed of nothing: the server decides. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The text of a field that may be left empty: absent when blank. */
export const optionalTextOf = (form: FormData, name: string): string | null => textOf(form, name).trim() || null;
