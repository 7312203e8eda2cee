import { Trans } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Secret } from '../../ui/secret.tsx';

interface InvitedProps {
  readonly sent: Answer<typeof contract.people.invite>;
  readonly onAgain: () => void;
}

/** What happened to an invitation; its link is shown here and nowhere else. */
export function Invited({ sent: { invitation, invitation_url }, onAgain }: InvitedProps) {
  const { dateLong } = useFormat();
  const { name, store_name, email } = invitation;
  const until = dateLong(invitation.expires_at);
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="good" role="status">
        {invitation_url === null ? (
          <Trans>
            Invitation envoyée à {email} pour {store_name}.
          </Trans>
        ) : (
          <Trans>
            Invitation prête pour {name}, à {store_name}.
          </Trans>
        )}
      </Notice>
      {invitation_url !== null && (
        <>
          <Secret value={invitation_url} />
          <p className="text-ink-2">
            <Trans>Ce lien n’est affiché qu’ici. Il ne sert qu’une fois, à cette personne.</Trans>
          </p>
        </>
      )}
      <p className="text-ink-2">
        <Trans>Valable jusqu’au {until}.</Trans>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" icon="invite" onClick={onAgain}>
          <Trans>Inviter quelqu’un d’autre</Trans>
        </Button>
        <ButtonLink to="/store/$storeId/team" params={{ storeId: invitation.store_id }}>
          <Trans>Voir l’équipe</Trans>
        </ButtonLink>
      </div>
    </div>
  );
}
