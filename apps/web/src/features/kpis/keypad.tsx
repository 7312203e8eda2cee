import { useLingui } from '@lingui/react/macro';
import { type PointerEvent, useEffect, useState } from 'react';
import { useFormat } from '../../lib/use-format.ts';
import { Icon } from '../../ui/icon.tsx';
import { display } from './figure-input.ts';
import { kindOf } from './figures.ts';
import type { Figures } from './use-figures.ts';

const rows = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
] as const;

// A key must not take the focus away from the field it writes into.
const stay = (event: PointerEvent) => event.preventDefault();

/** The keys under the thumb: they write into the field in use and never take the focus. */
export function Keypad({ figures }: { readonly figures: Figures }) {
  const { t } = useLingui();
  const { language } = useFormat();
  const mark = language === 'fr' ? ',' : '.';
  const money = kindOf(figures.active) === 'money';

  const key = (sign: string, label = sign) => (
    <button
      key={sign}
      type="button"
      className="entry-key"
      aria-label={label}
      onPointerDown={stay}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => figures.key(sign)}
    >
      {sign}
    </button>
  );

  return (
    <div role="group" aria-label={t`Pavé`} className="entry-pad">
      {rows[0].map((sign) => key(sign))}
      <button
        type="button"
        className="entry-key entry-key-wide"
        aria-label={t`Effacer`}
        onPointerDown={stay}
        onMouseDown={(event) => event.preventDefault()}
        onClick={figures.eraseKey}
      >
        <Icon name="erase" size={24} />
      </button>
      {rows[1].map((sign) => key(sign))}
      {rows[2].map((sign) => key(sign))}
      <button
        type="button"
        className="entry-key entry-key-wide"
        onPointerDown={stay}
        onMouseDown={(event) => event.preventDefault()}
        onClick={figures.next}
      >
        {t`Suivant`}
      </button>
      {money ? key(mark, t`virgule`) : <span aria-hidden="true" />}
      {key('0')}
      {key('00')}
      <Announcer text={display(figures.raw[figures.active], language)} />
    </div>
  );
}

/** Reads the new value aloud, at most once a second while keys are pressed. */
function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
