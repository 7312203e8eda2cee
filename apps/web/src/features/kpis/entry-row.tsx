import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import type { Doubt } from './entry-checks.ts';
import { DoubtText } from './doubt-text.tsx';
import { shortFigureWords } from './figure-words.ts';
import { type FigureName, kindOf } from './figures.ts';
import type { Figures } from './use-figures.ts';

interface EntryRowProps {
  readonly name: FigureName;
  readonly figures: Figures;
  readonly keypad: boolean;
  readonly tooLarge: boolean;
  readonly refused: string | null;
  readonly doubts: readonly Doubt[];
  readonly hint: ReactNode;
  readonly onEnter: () => void;
}

/** One figure to type: label, value, unit; the row in use shows its one hint. */
export function EntryRow({ name, figures, keypad, tooLarge, refused, doubts, hint, onEnter }: EntryRowProps) {
  const { t, i18n } = useLingui();
  const id = useId();
  const active = figures.active === name;
  const money = kindOf(name) === 'money';
  const euroBehind = i18n.locale === 'fr';
  const wrong = tooLarge || refused !== null;
  const text = tooLarge ? (
    <Trans>C’est plus que ce qu’une journée peut contenir.</Trans>
  ) : (
    (refused ?? (doubts[0] ? <DoubtText doubt={doubts[0]} raw={figures.raw} /> : active && hint ? hint : null))
  );
  return (
    <div className="entry-row" data-active={active || undefined} onMouseDown={keypad ? figures.tap(name) : undefined}>
      <label htmlFor={id} className="text-label">
        {i18n._(shortFigureWords[name])}
        {money && !euroBehind && ' (€)'}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        inputMode={keypad ? 'none' : money ? 'decimal' : 'numeric'}
        enterKeyHint="next"
        placeholder={t`non saisi`}
        aria-invalid={wrong || undefined}
        aria-describedby={text === null ? undefined : `${id}-hint`}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onEnter();
        }}
        {...figures.bind(name)}
      />
      <span aria-hidden="true" className="text-label w-4 text-ink-2">
        {money && euroBehind ? '€' : ''}
      </span>
      {text !== null && (
        <div id={`${id}-hint`} className={`entry-hint ${wrong ? 'text-bad' : 'text-ink-2'}`}>
          {text}
        </div>
      )}
    </div>
  );
}
