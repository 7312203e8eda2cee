import { type ChangeEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Language } from '../../lib/format.ts';
import { display, displayCaret, edited, erase, press, rawCaret, type Typed } from './figure-input.ts';
import { type FigureName, figures, kindOf, type RawFigures } from './figures.ts';

/** The four fields of a day: what is typed, by keyboard, paste or keypad, with the caret kept in its place. */
export function useFigures(initial: RawFigures, language: Language) {
  const [raw, setRaw] = useState(initial);
  const [active, setActive] = useState<FigureName>('ca_journalier');
  const inputs = useRef(new Map<FigureName, HTMLInputElement>());
  const caret = useRef<{ name: FigureName; at: number } | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    const { name, at } = caret.current;
    caret.current = null;
    const input = inputs.current.get(name);
    const place = displayCaret(raw[name], at, language);
    if (input && document.activeElement === input) input.setSelectionRange(place, place);
  });

  const take = (name: FigureName, typed: Typed | null) => {
    const at = typed?.caret ?? null;
    if (typed === null || at === null) {
      // The browser has written the refused sign already: drawing again takes it back.
      setRaw({ ...raw });
      return;
    }
    caret.current = { name, at };
    setRaw({ ...raw, [name]: typed.raw });
  };

  const selectionOf = (name: FigureName): readonly [number, number] => {
    const input = inputs.current.get(name);
    const printed = display(raw[name], language);
    const start = input?.selectionStart ?? printed.length;
    const end = input?.selectionEnd ?? printed.length;
    return [rawCaret(printed, start, language), rawCaret(printed, end, language)];
  };

  const focus = (name: FigureName) => inputs.current.get(name)?.focus();

  return {
    raw,
    setRaw,
    active,
    focus,

    /** What one field needs. */
    bind: (name: FigureName) => ({
      ref: (element: HTMLInputElement | null) => {
        if (element === null) inputs.current.delete(name);
        else inputs.current.set(name, element);
      },
      value: display(raw[name], language),
      onFocus: () => setActive(name),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const after = event.target.value;
        const at = event.target.selectionStart ?? after.length;
        const before = display(raw[name], language);
        take(name, edited({ raw: raw[name], before, after, caret: at, kind: kindOf(name), language }));
      },
    }),

    /** A touch of the row: the caret goes behind what is typed, a second touch puts it where the finger is. */
    tap: (name: FigureName) => (event: MouseEvent) => {
      const input = inputs.current.get(name);
      if (input === undefined || document.activeElement === input) return;
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    },

    /** A key of the keypad, into the field that has the focus. */
    key: (sign: string) => take(active, press(raw[active], ...selectionOf(active), sign, kindOf(active))),

    /** The erasing key of the keypad. */
    eraseKey: () => take(active, erase(raw[active], ...selectionOf(active))),

    /** To the field after this one; after the last comes the first. */
    next: () => focus(figures[(figures.indexOf(active) + 1) % figures.length] ?? 'ca_journalier'),
  };
}

/** The state and the acts of the four fields. */
export type Figures = ReturnType<typeof useFigures>;
