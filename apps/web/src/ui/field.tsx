import { useLingui } from '@lingui/react/macro';
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import type { ProblemField } from '../lib/problem.ts';
import { fieldText } from '../lib/problem-text.ts';
import { Icon } from './icon.tsx';

const control =
  'text-body w-full min-h-12 rounded-s border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-3 aria-invalid:border-bad aria-invalid:border-2';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly refused?: ProblemField | undefined;
  readonly optional?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, its control, and below it the hint and what is wrong; all bound to each other. */
export function Field({
  label,
  hint,
  refused,
  optional = false,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const { t, i18n } = useLingui();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', refused ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-label">
        {label}
        {optional && <span className="text-small font-normal text-ink-2"> {t`(facultatif)`}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': refused ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {refused && (
        <p id={`${id}-error`} className="text-small-strong text-bad">
          {fieldText(refused, i18n._.bind(i18n))}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>;

/** One line of text. */
export const TextField = ({ label, hint, refused, optional, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} refused={refused} optional={optional ?? false}>
    {(wiring) => <input type="text" className={control} {...input} {...wiring} />}
  </Field>
);

type SelectFieldProps = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'>;

/** One choice out of a list. */
export const SelectField = ({ label, hint, refused, optional, children, ...select }: SelectFieldProps) => (
  <Field label={label} hint={hint} refused={refused} optional={optional ?? false}>
    {(wiring) => (
      <div className="relative">
        <select className={`${control} appearance-none pr-10`} {...select} {...wiring}>
          {children}
        </select>
        <Icon name="open" className="pointer-events-none absolute top-3.5 right-3 text-ink-2" />
      </div>
    )}
  </Field>
);

type CheckProps = { readonly label: ReactNode; readonly hint?: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'id'
>;

/** One box to tick, or one round of a group of choices. */
export function Check({ label, hint, type = 'checkbox', ...input }: CheckProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
      <input
        id={id}
        type={type}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5 shrink-0 accent-brand"
        {...input}
      />
      <span className="min-w-0">
        {label}
        {hint && (
          <span id={`${id}-hint`} className="text-small block text-ink-2">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

interface GroupProps {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly refused?: ProblemField | undefined;
  readonly children: ReactNode;
}

/** Several choices under one name. */
export function Group({ legend, hint, refused, children }: GroupProps) {
  const { i18n } = useLingui();
  const id = useId();
  return (
    <fieldset aria-describedby={refused ? `${id}-error` : undefined} className="min-w-0">
      <legend className="text-label mb-1">{legend}</legend>
      {hint && <p className="text-small text-ink-2">{hint}</p>}
      {children}
      {refused && (
        <p id={`${id}-error`} className="text-small-strong text-bad">
          {fieldText(refused, i18n._.bind(i18n))}
        </p>
      )}
    </fieldset>
  );
}
