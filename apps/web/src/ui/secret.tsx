import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Something that is shown once: whole, selectable, ready to be copied. */
export const Secret = ({ value, children }: { readonly value: string; readonly children?: ReactNode }) => (
  <div className="flex flex-col gap-3 rounded-m border border-line-strong bg-surface p-4">
    <output className="block font-mono text-[15px]/[22px] break-all select-all">{value}</output>
    <div className="flex flex-wrap items-center gap-2">
      <CopyButton text={value} look="primary" />
      {children}
    </div>
  </div>
);
