import type { ReactNode } from 'react';
import { Figure } from './figure.tsx';

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  /** `s` for three in a row on a phone. */
  readonly size?: 'l' | 'm' | 's';
}

const figures = { l: 'figure-l', m: 'figure-m', s: 'figure-s sm:figure-m' } as const;

/** One figure with its name and, below, what it is compared with or made of. */
export const Tile = ({ label, value, note, size = 'm' }: TileProps) => (
  <div className={`flex min-w-0 flex-col gap-0.5 rounded-m bg-surface ${size === 's' ? 'p-3 sm:p-4' : 'p-4'}`}>
    <dt className={`text-small text-ink-2 ${size === 's' ? 'flex-1' : ''}`}>{label}</dt>
    <dd className={figures[size]}>
      <Figure>{value}</Figure>
    </dd>
    {note && <dd className="text-small text-ink-2">{note}</dd>}
  </div>
);
