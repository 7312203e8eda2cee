import type { ReactNode } from 'react';

/** What a status says at a glance; the word says it again. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

const tones: Readonly<Record<Tone, string>> = {
  neutral: 'bg-surface-2 text-ink',
  good: 'bg-good-tint text-good',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  info: 'bg-info-tint text-info',
};

/** The price label: one status, one or two words; never a button. */
export const Etiquette = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`etiquette ${tones[tone]}`}>{children}</span>
);
