import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './etiquette.tsx';

const looks: Readonly<Record<Tone, { readonly box: string; readonly mark: string; readonly icon: IconName }>> = {
  neutral: { box: 'bg-surface-2', mark: 'text-ink-2', icon: 'help' },
  good: { box: 'bg-good-tint', mark: 'text-good', icon: 'check' },
  warn: { box: 'bg-warn-tint', mark: 'text-warn', icon: 'alert' },
  bad: { box: 'bg-bad-tint', mark: 'text-bad', icon: 'alert' },
  info: { box: 'bg-info-tint', mark: 'text-info', icon: 'help' },
};

interface NoticeProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** A fact and the next act, in place. */
export function Notice({ tone = 'neutral', icon, children, action, role }: NoticeProps) {
  const look = looks[tone];
  return (
    <div role={role} className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-m px-4 py-3 text-ink ${look.box}`}>
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <Icon name={icon ?? look.icon} className={`mt-0.5 ${look.mark}`} />
        <div className="min-w-0">{children}</div>
      </div>
      {action}
    </div>
  );
}
