import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { auth } from 'virtual:contract/auth';
import { publicApi } from '../../lib/client.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { StatePage } from '../../ui/state-page.tsx';
import { useAfterSignIn } from './after-sign-in.ts';

/** The way in. */
export function Page() {
  const { t } = useLingui();
  const { next } = useSearch({ from: '/public/login' });
  const known = useLocation({ select: (location) => location.state.email });
  const changed = useLocation({ select: (location) => location.state.passwordChanged === true });
  const password = useRef<HTMLInputElement>(null);
  const signedIn = useAfterSignIn();
  const submit = useSubmit({
    body: (form) => ({
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
      remember: form.get('remember') === 'on',
    }),
    send: (body) => publicApi.call(auth.login, { body }),
    done: (answer, body) => signedIn(answer, { remember: body.remember ?? false, next }),
  });

  // After the message above the form, which takes the focus of every other refusal.
  useEffect(() => {
    if (!(submit.problem instanceof ApiProblem) || submit.problem.code !== 'INVALID_CREDENTIALS') return;
    password.current?.focus();
    password.current?.select();
  }, [submit.problem]);

  if (submit.problem instanceof ApiProblem && submit.problem.code === 'ACCOUNT_SUSPENDED') {
    return (
      <StatePage title={t`Accès suspendu`}>
        <p>
          <Trans>
            Le mot de passe est juste, mais cet accès est suspendu. Le gérant de l’enseigne peut le rétablir.
          </Trans>
        </p>
      </StatePage>
    );
  }

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <PageHeader title={t`Se connecter`} />
      {changed && submit.problem === null && (
        <Notice tone="good" role="status">
          <Trans>Le mot de passe est changé. Il sert dès maintenant.</Trans>
        </Notice>
      )}
      <ErrorSummary problem={submit.problem} labels={{ email: t`Adresse e-mail`, password: t`Mot de passe` }} />
      <TextField
        label={t`Adresse e-mail`}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        defaultValue={known ?? ''}
        refused={submit.refused('email')}
      />
      <PasswordField
        ref={password}
        name="password"
        autoComplete="current-password"
        refused={submit.refused('password')}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Check name="remember" label={t`Rester connecté`} />
        <Link to="/forgot-password" className="flex min-h-11 items-center text-brand underline">
          <Trans>Mot de passe oublié</Trans>
        </Link>
      </div>
      <Button type="submit" look="primary" busy={submit.pending}>
        <Trans>Se connecter</Trans>
      </Button>
      <p className="text-ink-2">
        <Trans>
          Pas encore d’espace ?{' '}
          <Link to="/signup" className="text-brand underline">
            Créer un espace
          </Link>
        </Trans>
      </p>
    </form>
  );
}
