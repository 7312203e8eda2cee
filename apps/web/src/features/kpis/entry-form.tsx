import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useEffect, useState } from 'react';
import { ApiProblem } from '../../lib/problem.ts';
import { fieldText } from '../../lib/problem-text.ts';
import type { Me } from '../../lib/me.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { CompareBlock } from './compare-block.tsx';
import { doubts as doubtsOf, tooLarge } from './entry-checks.ts';
import { dropDraft, keepDraft, openingOf, readDraft } from './entry-draft.ts';
import { EntryHead } from './entry-head.tsx';
import { entryRefusals } from './entry-refusals.ts';
import { EntryRow } from './entry-row.tsx';
import { type Entry, figures as names, isBlank, rawFigures, sameFigures } from './figures.ts';
import { Keypad } from './keypad.tsx';
import { OlderDraft } from './older-draft.tsx';
import { useFigures } from './use-figures.ts';
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
  const { t, i18n } = useLingui();
  const { language, time } = useFormat();
  const keypad = useMedia('(pointer: coarse)');
  const [opening] = useState(() => openingOf(known(entry), readDraft(localStorage, me.id, date)));
  const [older, setOlder] = useState(opening.older);
  const figures = useFigures(opening.raw, language);
  const { raw, focus } = figures;
  const [attempted, setAttempted] = useState(false);
  const save = useSaveEntry({ userId: me.id, date, comment: entry?.comment ?? null });

  const server = rawFigures(entry);
  const changed = !sameFigures(raw, server);
  useEffect(() => {
    if (older !== null) return;
    if (changed) keepDraft(localStorage, me.id, date, raw, opening.base_rev);
    else dropDraft(localStorage, me.id, date);
  }, [raw, changed, older, me.id, date, opening.base_rev]);

  useEffect(() => focus('ca_journalier'), []);

  const large = tooLarge(raw);
  const all = doubtsOf(raw);
  const shown = all.filter(({ code, field }) => attempted || (!code.endsWith('BLANK') && field !== figures.active));
  const empty = isBlank(raw);

  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    const first = large[0];
    if (first !== undefined) return focus(first);
    const unseen = all.filter((doubt) => !shown.includes(doubt));
    if (empty || unseen.length > 0) return setAttempted(true);
    if (!save.pending) save.save({ raw, rev: opening.base_rev });
  };

  if (save.conflict !== null) {
    const { conflict } = save;
    return (
      <CompareBlock
        date={date}
        mine={raw}
        other={rawFigures(conflict)}
        otherTime={time(conflict.updated_at, me.workspace?.timezone)}
        busy={save.pending}
        onKeepMine={() => save.save({ raw, rev: conflict.rev })}
        onKeepOther={() => void save.giveUp()}
      />
    );
  }

  const refusals = save.problem instanceof ApiProblem ? save.problem.errors : [];
  const elsewhere = refusals.filter(({ path }) => !names.some((name) => name === path));

  return (
    <form noValidate onSubmit={submit} className="entry">
      <EntryHead date={date} today={today} timezone={me.workspace?.timezone} draft={changed} />
      <div className="entry-rows">
        {older !== null && (
          <OlderDraft
            draft={older}
            onTake={() => {
              figures.setRaw(older.raw);
              setOlder(null);
            }}
            onDrop={() => setOlder(null)}
          />
        )}
        <div className="rows bg-surface">
          {names.map((name) => {
            const refusal = refusals.find(({ path }) => path === name);
            return (
              <EntryRow
                key={name}
                name={name}
                figures={figures}
                keypad={keypad}
                tooLarge={large.includes(name)}
                refused={refusal === undefined ? null : fieldText(refusal, i18n._.bind(i18n))}
                doubts={empty ? [] : shown.filter(({ field }) => field === name)}
                hint={name === 'ca_journalier' && empty && <NoSales onChoose={() => figures.setRaw(zeros)} />}
                onEnter={name === 'nb_prospects' ? () => submit() : figures.next}
              />
            );
          })}
        </div>
        <div className="flex flex-col gap-2 px-4 pt-2 empty:hidden">
          {empty && attempted && (
            <p role="status" className="text-small-strong text-bad">
              {t`Tape au moins un chiffre.`}
            </p>
          )}
          {elsewhere.map((field) => (
            <p key={field.path} role="alert" className="text-small-strong text-bad">
              {fieldText(field, i18n._.bind(i18n))}
            </p>
          ))}
          {save.problem !== null && refusals.length === 0 && (
            <ErrorBlock problem={save.problem} texts={entryRefusals} />
          )}
        </div>
      </div>
      <div className="flex-1 sm:hidden" />
      {keypad && <Keypad figures={figures} />}
      <div className="entry-save">
        <Button type="submit" look="act" busy={save.pending}>
          {save.pending ? (
            <Trans>Envoi…</Trans>
          ) : shown.length > 0 && !empty ? (
            <Trans>Enregistrer quand même</Trans>
          ) : (
            <Trans>Enregistrer la journée</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}

const zeros = { ca_journalier: '0', nb_ventes: '0', nb_articles: '0', nb_prospects: '' } as const;

const known = (entry: Entry | null) => (entry === null ? null : { rev: entry.rev, raw: rawFigures(entry) });

const NoSales = ({ onChoose }: { readonly onChoose: () => void }) => (
  <button type="button" onClick={onChoose} className="min-h-6 text-brand underline">
    <Trans>Journée sans vente</Trans>
  </button>
);
