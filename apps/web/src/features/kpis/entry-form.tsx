import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useEffect, useState } from 'react';
import type { Me } from '../../lib/me.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { CompareBlock } from './compare-block.tsx';
import { type Doubt, doubts as doubtsOf, tooLarge } from './entry-checks.ts';
import { EntryHead } from './entry-head.tsx';
import { EntryMessages, refusedFields } from './entry-messages.tsx';
import { EntryRows } from './entry-rows.tsx';
import { type Entry, isBlank, rawFigures } from './figures.ts';
import { Keypad } from './keypad.tsx';
import { OlderDraft } from './older-draft.tsx';
import { useEntryDraft } from './use-entry-draft.ts';
import { useSaveEntry } from './use-save-entry.ts';
import './entry.css';

interface EntryFormProps {
  readonly me: Me;
  readonly date: string;
  readonly today: string;
  readonly entry: Entry | null;
}

/** The day's figures, typed in seconds: four rows, a keypad, one save. */
export function EntryForm({ me, date, today, entry }: EntryFormProps) {
  const { language, time } = useFormat();
  const keypad = useMedia('(pointer: coarse)');
  const timezone = me.workspace?.timezone;
  const draft = useEntryDraft({ userId: me.id, date, entry, language });
  const { figures } = draft;
  const { raw, focus } = figures;
  const save = useSaveEntry({ userId: me.id, date, comment: entry?.comment ?? null });
  const [attempted, setAttempted] = useState(false);

  // The first field takes the focus once, when the form opens.
  useEffect(() => focus('ca_journalier'), []);

  const empty = isBlank(raw);
  const large = tooLarge(raw);
  const all = empty ? [] : doubtsOf(raw);
  // A doubt about the field in use waits until it is left; a blank is only questioned by the first press on save.
  const isShown = ({ code, field }: Doubt) => attempted || (!code.endsWith('BLANK') && field !== figures.active);
  const shown = all.filter(isShown);

  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    const [first] = large;
    if (first !== undefined) focus(first);
    else if (empty || shown.length < all.length) setAttempted(true);
    else if (!save.pending) save.save({ raw, rev: draft.rev });
  };

  if (save.conflict !== null) {
    const { rev, updated_at } = save.conflict;
    return (
      <CompareBlock
        date={date}
        mine={raw}
        other={rawFigures(save.conflict)}
        otherTime={time(updated_at, timezone)}
        busy={save.pending}
        onKeepMine={() => save.save({ raw, rev })}
        onKeepOther={() => void save.giveUp()}
      />
    );
  }

  return (
    <form noValidate onSubmit={submit} className="entry">
      <EntryHead date={date} today={today} timezone={timezone} draft={draft.changed} />
      <div className="entry-rows">
        {draft.older !== null && <OlderDraft draft={draft.older} onTake={draft.takeOlder} onDrop={draft.dropOlder} />}
        <EntryRows
          figures={figures}
          keypad={keypad}
          large={large}
          refused={refusedFields(save.problem)}
          doubts={shown}
          onLast={submit}
        />
        <EntryMessages empty={empty && attempted} problem={save.problem} />
      </div>
      <div className="flex-1 sm:hidden" />
      {keypad && <Keypad figures={figures} />}
      <div className="entry-save">
        <Button type="submit" look="act" busy={save.pending}>
          <SaveWord pending={save.pending} doubtful={shown.length > 0} />
        </Button>
      </div>
    </form>
  );
}

function SaveWord({ pending, doubtful }: { readonly pending: boolean; readonly doubtful: boolean }) {
  if (pending) return <Trans>Envoi…</Trans>;
  return doubtful ? <Trans>Enregistrer quand même</Trans> : <Trans>Enregistrer la journée</Trans>;
}
