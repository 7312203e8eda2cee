import { Trans, useLingui } from '@lingui/react/macro';
import { auth } from 'virtual:contract/auth';
import { publicApi } from '../../lib/client.ts';
import { language } from '../../lib/i18n.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { useSession } from '../../lib/use-session.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useAfterSignIn } from './after-sign-in.ts';
import { DeadInvitation, isDead } from './dead-invitation.tsx';
import { invitationRefusals } from './invitation-refusals.ts';
import { useLinkToken } from './link-token.ts';
import { Terms, termsVersion } from './terms.tsx';

/** An invited person chooses a password, and is in. */
export function Page() {
  const { t } = useLingui();
  const token = useLinkToken();
  const state = useSession();
  const signedIn = useAfterSignIn();
  const submit = useSubmit({
    body: (form) => {
      const email = textOf(form, 'email').trim();
      const name = textOf(form, 'name').trim();
      return {
        invitation_token: token,
        password: textOf(form, 'password'),
        ...(name === '' ? {} : { name }),
        ...(email === '' ? {} : { email }),
        locale: language(),
        terms_version: termsVersion,
      };
    },
    send: (body, idempotencyKey) => publicApi.call(auth.acceptInvitation, { body, idempotencyKey }),
    done: (answer) => signedIn(answer),
  });
  const labels = { name: t`Votre nom`, email: t`Adresse e-mail`, password: t`Mot de passe` };

  if (token === '') return <DeadInvitation code="INVITATION_INVALID" />;
  if (submit.problem instanceof ApiProblem && isDead(submit.problem.code)) {
    return <DeadInvitation code={submit.problem.code} />;
  }

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <PageHeader title={t`Rejoindre votre équipe`} />
      <p className="-mt-3 text-ink-2">
        <Trans>Votre invitation est prête : il ne manque qu’un mot de passe.</Trans>
      </p>
      {state.status === 'signed_in' && (
        <Notice
          tone="info"
          action={
            <ButtonLink to="/app">
              <Trans>Annuler</Trans>
            </ButtonLink>
          }
        >
          <Trans>Vous êtes connecté en tant que {state.me.name}. Continuer change de compte.</Trans>
        </Notice>
      )}
      <ErrorSummary problem={submit.problem} labels={labels} texts={invitationRefusals} />
      <TextField
        label={labels.name}
        name="name"
        autoComplete="name"
        optional
        hint={t`À laisser vide pour garder le nom de l’invitation.`}
        refused={submit.refused('name')}
      />
      <TextField
        label={labels.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        optional
        hint={t`Seulement si vous avez reçu un lien sans e-mail.`}
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
        <Trans>Rejoindre</Trans>
      </Button>
    </form>
  );
}
