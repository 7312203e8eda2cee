import { useLingui } from '@lingui/react/macro';
import { type InputHTMLAttributes, type ReactNode, type Ref, useState } from 'react';
import type { ProblemField } from '../lib/problem.ts';
import { Field } from './field.tsx';

type PasswordFieldProps = {
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly refused?: ProblemField | undefined;
  readonly ref?: Ref<HTMLInputElement>;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>;

/** A password that may be shown, pasted and filled in by a manager of passwords. */
export function PasswordField({ label, hint, refused, ...input }: PasswordFieldProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label ?? t`Mot de passe`} hint={hint} refused={refused}>
      {(wiring) => (
        <div className="relative">
          <input
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className="text-body min-h-12 w-full rounded-s border border-line-strong bg-surface pr-24 pl-3 text-ink aria-invalid:border-2 aria-invalid:border-bad"
            {...input}
            {...wiring}
          />
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="text-small-strong absolute inset-y-0.5 right-0.5 min-w-11 rounded-s px-3 text-brand hover:bg-brand-tint"
          >
            {shown ? t`Masquer` : t`Afficher`}
          </button>
        </div>
      )}
    </Field>
  );
}
