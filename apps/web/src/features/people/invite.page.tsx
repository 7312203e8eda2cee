import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../lib/endpoint.ts';
import { myStores } from '../../lib/store.queries.ts';
import { useMe } from '../../lib/use-session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { InviteForm } from './invite-form.tsx';
import { Invited } from './invited.tsx';
import { Seats } from './seats.tsx';

type Sent = Answer<typeof contract.people.invite>;

/** Invites one person to one store, by mail or by a link. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const [sent, setSent] = useState<Sent | null>(null);
  const open = useQuery({ ...myStores(), select: (all) => all.filter(({ status }) => status === 'open') });
  const entitlement = sent?.entitlement ?? me.entitlement;

  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={t`Inviter`}
        place={me.workspace?.name}
        below={entitlement !== null && <Seats entitlement={entitlement} />}
      />
      {open.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {open.isError && <ErrorBlock problem={open.error} onRetry={() => void open.refetch()} />}
      {open.isSuccess && open.data.length === 0 && (
        <Empty
          title={t`Il faut d’abord un magasin ouvert.`}
          why={<Trans>Chaque personne rejoint un magasin précis.</Trans>}
          action={
            <ButtonLink to="/network/stores/new" look="primary" icon="plus">
              <Trans>Ajouter un magasin</Trans>
            </ButtonLink>
          }
        />
      )}
      {open.isSuccess && open.data.length > 0 && sent !== null && <Invited sent={sent} onAgain={() => setSent(null)} />}
      {open.isSuccess && open.data.length > 0 && sent === null && (
        <InviteForm stores={open.data} mailOff={me.features.mail === 'off'} onSent={setSent} />
      )}
    </div>
  );
}
