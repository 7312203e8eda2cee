import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { auth } from 'virtual:contract/auth';
import { publicApi } from '../../lib/client.ts';
import { language } from '../../lib/i18n.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useAfterSignIn } from './after-sign-in.ts';
import { Terms, termsVersion } from './terms.tsx';

/** A new company and its owner. */
export function Page() {
  const { t } = useLingui();
  const signedIn = useAfterSignIn();
  const submit = useSubmit({
    body: (form) => {
      const company = textOf(form, 'company_name').trim();
      return {
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        password: textOf(form, 'password'),
        ...(company === '' ? {} : { company_name: company }),
        locale: language(),
        terms_version: termsVersion,
      };
    },
    send: (body, idempotencyKey) => publicApi.call(auth.register, { body, idempotencyKey }),
    done: (answer) => signedIn(answer, { next: '/welcome' }),
  });
  const labels = {
    name: t`Votre nom`,
    company_name: t`Nom de l’enseigne`,
    email: t`Adresse e-mail`,
    password: t`Mot de passe`,
  };

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <PageHeader title={t`Créer votre espace`} />
      <ErrorSummary problem={submit.problem} labels={labels} />
      <TextField label={labels.name} name="name" autoComplete="name" refused={submit.refused('name')} />
      <TextField
        label={labels.company_name}
        name="company_name"
        autoComplete="organization"
        optional
        refused={submit.refused('company_name')}
      />
      <TextField
        label={labels.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        refused={submit.refused('email')}
      />
      <PasswordField
        name="password"
        autoComplete="new-password"
        hint={t`10 caractères au moins. Une phrase fait un bon mot de passe.`}
        refused={submit.refused('password')}
      />
      <Terms />
      <Button type="submit" look="primary" busy={submit.pending}>
        <Trans>Créer l’espace</Trans>
      </Button>
      <p className="text-ink-2">
        <Trans>
          Déjà un compte ?{' '}
          <Link to="/login" className="text-brand underline">
            Se connecter
          </Link>
        </Trans>
      </p>
    </form>
  );
}
