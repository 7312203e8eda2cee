import { Link, type LinkProps } from '@tanstack/react-router';
import { Icon } from './icon.tsx';

type Step = Pick<LinkProps, 'to' | 'search' | 'params'> & { readonly label: string };

interface StepperProps {
  readonly label: string;
  readonly previous: Step;
  /** Null when there is nothing after what is shown. */
  readonly next: Step | null;
}

const press = 'grid size-11 place-items-center rounded-m text-ink hover:bg-surface-2';

/** One step back, what is shown, one step on; each step is an address. */
export const Stepper = ({ label, previous, next }: StepperProps) => (
  <div className="-mx-3 flex items-center gap-2">
    <StepLink step={previous} icon="left" />
    <p className="text-label min-w-36 text-center first-letter:uppercase" aria-live="polite">
      {label}
    </p>
    {next === null ? (
      <span aria-hidden="true" className={`${press} text-line-strong opacity-50 hover:bg-transparent`}>
        <Icon name="right" />
      </span>
    ) : (
      <StepLink step={next} icon="right" />
    )}
  </div>
);

const StepLink = ({ step: { label, ...where }, icon }: { readonly step: Step; readonly icon: 'left' | 'right' }) => (
  <Link {...where} preload="intent" className={press} aria-label={label}>
    <Icon name={icon} />
  </Link>
);
