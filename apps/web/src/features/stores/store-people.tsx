import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../lib/use-session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { PeopleList } from './people-list.tsx';
import { hierarchy } from '../../lib/store.queries.ts';

/** The people of one store: its managers, then its sellers. */
export function StorePeople({ storeId }: { readonly storeId: string }) {
  const { t } = useLingui();
  const me = useMe();
  const people = useQuery(hierarchy(storeId));
  if (people.isPending) {
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  }
  if (people.isError) return <ErrorBlock problem={people.error} onRetry={() => void people.refetch()} />;
  return (
    <div className="flex flex-col gap-6">
      <PeopleList title={t`Vendeurs`} people={people.data.sellers} empty={t`Aucun vendeur dans ce magasin.`} />
      <PeopleList title={t`Managers`} people={people.data.managers} empty={t`Aucun manager dans ce magasin.`} />
      {me.role === 'gerant' && (
        <div>
          <ButtonLink to="/network/people/invite" search={{ store: storeId }} icon="invite">
            <Trans>Inviter quelqu’un</Trans>
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** The name of a store, when its people are known already. */
export function useStoreName(storeId: string): string | null {
  const people = useQuery(hierarchy(storeId));
  return people.data?.store.name ?? null;
}
