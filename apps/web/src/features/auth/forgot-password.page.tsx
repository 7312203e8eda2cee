import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { auth } from 'virtual:contract/auth';
import { publicApi } from '../../lib/client.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StatePage } from '../../ui/state-page.tsx';

/** Asks for a link to a new password; the answer is the same whoever asks. */
export function Page() {
  const { t } = useLingui();
  const [sent, setSent] = useState<{ readonly email: string; readonly message: string } | null>(null);
  const submit = useSubmit({
    body: (form) => ({ email: textOf(form, 'email') }),
    send: (body) => publicApi.call(auth.forgotPassword, { body }),
    done: ({ message }, { email }) => setSent({ email, message }),
  });

  if (sent !== null) {
    return (
      <StatePage title={t`Demande envoyée`} action={<Back />}>
        {/* The server's own sentence: it knows how long the link lives. */}
        <p>{sent.message}</p>
        <p>
          <Trans>Adresse indiquée : {sent.email}</Trans>
        </p>
      </StatePage>
    );
  }

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <PageHeader title={t`Mot de passe oublié`} />
      <p className="-mt-3 text-ink-2">
        <Trans>Un lien pour en choisir un nouveau part à l’adresse du compte.</Trans>
      </p>
      <ErrorSummary problem={submit.problem} labels={{ email: t`Adresse e-mail` }} />
      <TextField
        label={t`Adresse e-mail`}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        refused={submit.refused('email')}
      />
      <Button type="submit" look="primary" busy={submit.pending}>
        <Trans>Recevoir le lien</Trans>
      </Button>
      <Back />
    </form>
  );
}

const Back = () => (
  <Link to="/login" className="flex min-h-11 items-center self-start text-brand underline">
    <Trans>Retour à la connexion</Trans>
  </Link>
);
