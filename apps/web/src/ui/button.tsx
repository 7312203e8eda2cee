import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** `act` is the one thing to do on a screen; `primary` commits a form; the others step back. */
export type Look = 'act' | 'primary' | 'ghost' | 'quiet' | 'danger';

const looks: Readonly<Record<Look, string>> = {
  act: 'min-h-13 px-6 bg-safran text-on-safran hover:brightness-[1.04] active:brightness-95',
  primary: 'min-h-12 px-5 bg-brand text-on-brand hover:brightness-110 active:brightness-95',
  ghost: 'min-h-11 px-4 border border-line-strong text-ink hover:bg-surface-2 active:bg-surface-2',
  quiet: 'min-h-11 px-3 text-brand hover:bg-brand-tint active:bg-brand-tint',
  danger: 'min-h-11 px-4 border border-bad text-bad hover:bg-bad-tint active:bg-bad-tint',
};

const shape =
  'text-label inline-flex items-center justify-center gap-2 rounded-m text-center transition-[filter,background-color] duration-120 disabled:opacity-60';

interface Dress {
  readonly look?: Look;
  readonly icon?: IconName;
}

/** A press that does something; while `busy` it stays readable and is not pressed twice. */
export function Button({
  look = 'ghost',
  icon,
  busy = false,
  className = '',
  children,
  ...rest
}: Dress & { readonly busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={`${shape} ${looks[look]} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type AnchorProps = Dress & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> };

/** An address that looks like a button. */
export const ButtonAnchor = ({ look = 'ghost', icon, className = '', children, ...rest }: AnchorProps) => (
  <a className={`${shape} ${looks[look]} ${className}`} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
);

const RouterButton = createLink(ButtonAnchor);

/** A page of the application, behind something that looks like a button. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = (props) => <RouterButton preload="intent" {...props} />;
