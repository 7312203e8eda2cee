import { useEffect, useState } from 'react';
import type { Language } from '../../lib/format.ts';
import { dropDraft, keepDraft, openingOf, readDraft } from './entry-draft.ts';
import { type Entry, rawFigures, sameFigures } from './figures.ts';
import { useFigures } from './use-figures.ts';

interface EntryDraftOptions {
  readonly userId: string;
  readonly date: string;
  readonly entry: Entry | null;
  readonly language: Language;
}

/** The four fields of a day, opened on the server's figures or on the draft that continues them, and kept as typed. */
export function useEntryDraft({ userId, date, entry, language }: EntryDraftOptions) {
  const [opening] = useState(() => openingOf(known(entry), readDraft(localStorage, userId, date)));
  const [older, setOlder] = useState(opening.older);
  const figures = useFigures(opening.raw, language);
  const { raw } = figures;
  const changed = !sameFigures(raw, rawFigures(entry));

  useEffect(() => {
    // An older draft stays as it is until somebody decides about it, or types something newer.
    if (changed) keepDraft(localStorage, userId, date, raw, opening.base_rev);
    else if (older === null) dropDraft(localStorage, userId, date);
  }, [raw, changed, older, userId, date, opening.base_rev]);

  return {
    figures,
    changed,
    /** The revision of the entry that the typing began from. */
    rev: opening.base_rev,
    older,
    takeOlder: () => {
      if (older !== null) figures.setRaw(older.raw);
      setOlder(null);
    },
    dropOlder: () => setOlder(null),
  };
}

const known = (entry: Entry | null) => (entry === null ? null : { rev: entry.rev, raw: rawFigures(entry) });
