import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { auth } from 'virtual:contract/auth';
import { publicApi, session } from '../../lib/client.ts';
import { readHint } from '../../lib/hint.ts';
import { useSession } from '../../lib/use-session.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

/** The session ended while a page was open: the password brings it back, and nothing typed is lost. */
export function SessionSheet() {
  const { t } = useLingui();
  const router = useRouter();
  const state = useSession();
  const submit = useSubmit({
    body: (form) => ({
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
      remember: readHint(localStorage).remember ?? false,
    }),
    send: (body) => publicApi.call(auth.login, { body }),
    done: (answer) => session.accept(answer),
  });
  if (state.status !== 'expired') return null;

  const change = async () => {
    // The session is over already; should the server be away, this page forgets the person all the same.
    await session.signOut().catch(() => session.abandon());
    await router.invalidate();
    await router.navigate({ to: '/login' });
  };

  return (
    <Dialog title={t`Session terminée`}>
      <p className="mt-1 text-ink-2">
        <Trans>Ce qui est à l’écran est gardé. Le mot de passe suffit pour continuer.</Trans>
      </p>
      <form noValidate onSubmit={submit.onSubmit} className="mt-5 flex flex-col gap-4">
        <ErrorSummary problem={submit.problem} labels={{ password: t`Mot de passe` }} />
        <input type="hidden" name="email" value={state.me.email ?? ''} />
        <input
          type="email"
          readOnly
          aria-label={t`Adresse e-mail`}
          autoComplete="username"
          value={state.me.email ?? ''}
          className="text-label bg-transparent"
        />
        <PasswordField
          name="password"
          autoComplete="current-password"
          data-first
          refused={submit.refused('password')}
        />
        <div className="flex flex-wrap justify-between gap-2">
          <Button look="quiet" onClick={() => void change()}>
            <Trans>Changer de compte</Trans>
          </Button>
          <Button type="submit" look="primary" busy={submit.pending}>
            <Trans>Continuer</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
