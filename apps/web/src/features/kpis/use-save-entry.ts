import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { kpis } from 'virtual:contract/kpis';
import { api } from '../../lib/client.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { uuid7 } from '../../lib/uuid.ts';
import { dropDraft, keepDraft, readDraft } from './entry-draft.ts';
import { bodyOf, type Entry, rawFigures, type RawFigures, sameFigures } from './figures.ts';
import { refreshMine } from './kpi.queries.ts';

interface SaveEntryOptions {
  readonly userId: string;
  readonly date: string;
  /** The remark of the entry as it is: a save replaces the whole entry, so it is sent along. */
  readonly comment: string | null;
}

interface Save {
  readonly raw: RawFigures;
  readonly rev: number;
}

/** Saves a day once, whatever the network does; a version saved elsewhere meanwhile is shown, never overwritten. */
export function useSaveEntry({ userId, date, comment }: SaveEntryOptions) {
  const navigate = useNavigate();
  const [conflict, setConflict] = useState<Entry | null>(null);

  const leave = async (saved?: string) => {
    dropDraft(localStorage, userId, date);
    await refreshMine();
    await navigate({ to: '/me/today', state: saved === undefined ? {} : { saved } });
  };

  const done = async () => {
    if ('vibrate' in navigator) navigator.vibrate(20);
    await leave(date);
  };

  const mutation = useMutation({
    mutationFn: ({ raw, rev }: Save) => {
      keepDraft(localStorage, userId, date, raw, rev);
      const idempotencyKey = readDraft(localStorage, userId, date)?.op_id ?? uuid7();
      return api.call(kpis.saveMyEntry, { body: bodyOf(date, raw, comment), ifMatch: rev, idempotencyKey });
    },
    onSuccess: done,
    onError: (problem, { raw }) => {
      const current = currentOf(problem);
      if (current === null) return;
      // My own save whose answer was lost on the way back.
      if (sameFigures(rawFigures(current), raw)) void done();
      else setConflict(current);
    },
  });

  return {
    save: mutation.mutate,
    pending: mutation.isPending,
    problem: conflict === null && currentOf(mutation.error) === null ? mutation.error : null,
    conflict,
    /** The version saved elsewhere stands; what was typed here is dropped. */
    giveUp: () => leave(),
  };
}

const currentOf = (problem: Error | null) => (problem instanceof ApiProblem ? problem.current(kpis.saveMyEntry) : null);
