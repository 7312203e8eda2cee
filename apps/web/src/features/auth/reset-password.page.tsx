import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { auth } from 'virtual:contract/auth';
import { publicApi } from '../../lib/client.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { StatePage } from '../../ui/state-page.tsx';
import { useLinkToken } from './link-token.ts';

/** A new password, with the link of a mail. */
export function Page() {
  const { t } = useLingui();
  const token = useLinkToken();
  const navigate = useNavigate();
  const submit = useSubmit({
    body: (form) => ({ token, new_password: textOf(form, 'new_password') }),
    send: (body) => publicApi.call(auth.resetPassword, { body }),
    done: () => navigate({ to: '/login', search: {}, state: { passwordChanged: true } }),
  });

  const dead = submit.problem instanceof ApiProblem && submit.problem.code === 'RESET_TOKEN_INVALID';
  if (token === '' || dead) {
    return (
      <StatePage
        title={t`Lien expiré`}
        action={
          <ButtonLink to="/forgot-password" look="primary">
            <Trans>Demander un nouveau lien</Trans>
          </ButtonLink>
        }
      >
        <p>
          <Trans>Ce lien a déjà servi, ou un lien plus récent l’a remplacé.</Trans>
        </p>
      </StatePage>
    );
  }

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <PageHeader title={t`Nouveau mot de passe`} />
      <ErrorSummary problem={submit.problem} labels={{ new_password: t`Nouveau mot de passe` }} />
      <PasswordField
        label={t`Nouveau mot de passe`}
        name="new_password"
        autoComplete="new-password"
        hint={t`10 caractères au moins. Une phrase fait un bon mot de passe.`}
        refused={submit.refused('new_password')}
      />
      <p className="text-small text-ink-2">
        <Trans>Les autres appareils connectés à ce compte seront déconnectés.</Trans>
      </p>
      <Button type="submit" look="primary" busy={submit.pending}>
        <Trans>Enregistrer le mot de passe</Trans>
      </Button>
    </form>
  );
}
