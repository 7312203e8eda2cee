import sprite from './icons.svg?url';

/** The drawings of the sprite; each always stands beside a word. */
export type IconName =
  | 'alert'
  | 'calendar'
  | 'card'
  | 'check'
  | 'close'
  | 'copy'
  | 'day'
  | 'down'
  | 'edit'
  | 'erase'
  | 'exit'
  | 'external'
  | 'eye'
  | 'figures'
  | 'help'
  | 'history'
  | 'invite'
  | 'key'
  | 'left'
  | 'lock'
  | 'mail'
  | 'more'
  | 'network'
  | 'offline'
  | 'open'
  | 'people'
  | 'person'
  | 'plug'
  | 'plus'
  | 'pulse'
  | 'retry'
  | 'right'
  | 'search'
  | 'stores'
  | 'up';

interface IconProps {
  readonly name: IconName;
  readonly size?: 16 | 20 | 24 | 28;
  readonly className?: string;
}

/** One drawing, in the colour of the text around it. */
export const Icon = ({ name, size = 20, className = '' }: IconProps) => (
  <svg width={size} height={size} aria-hidden="true" className={`shrink-0 ${className}`}>
    <use href={`${sprite}#${name}`} />
  </svg>
);
