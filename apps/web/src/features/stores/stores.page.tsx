import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../lib/endpoint.ts';
import { useMe } from '../../lib/use-session.ts';
import { BanneSwatch } from '../../ui/banne.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { StoreStatus } from './store-status.tsx';
import { myStores } from '../../lib/store.queries.ts';

type MyStore = Answer<typeof contract.stores.listMyStores>[number];

/** The owner's stores, each with its people. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const stores = useQuery(myStores());
  const add = !me.entitlement?.read_only && (
    <ButtonLink to="/network/stores/new" look="primary" icon="plus">
      <Trans>Ajouter un magasin</Trans>
    </ButtonLink>
  );
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t`Magasins`} place={me.workspace?.name} actions={add} />
      {stores.isPending && (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
      {stores.isError && <ErrorBlock problem={stores.error} onRetry={() => void stores.refetch()} />}
      {stores.isSuccess && stores.data.length === 0 && (
        <Empty
          title={t`Pas encore de magasin.`}
          why={<Trans>Un magasin suffit pour commencer : son nom, et ses vendeurs ensuite.</Trans>}
          action={add}
        />
      )}
      {stores.isSuccess && stores.data.length > 0 && (
        <ul className="rows overflow-hidden rounded-m bg-surface">
          {stores.data.map((store) => (
            <StoreLine key={store.id} store={store} />
          ))}
        </ul>
      )}
    </div>
  );
}

function StoreLine({ store }: { readonly store: MyStore }) {
  return (
    <li>
      <Link
        to="/store/$storeId/day/$date"
        params={{ storeId: store.id, date: 'today' }}
        preload="intent"
        className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3.5 hover:bg-surface-2 sm:grid-cols-[auto_1fr_auto_auto_auto] sm:px-5"
      >
        <BanneSwatch store={store} />
        <span className="min-w-0">
          <span className="text-label block">{store.name}</span>
          <span className="text-small block text-ink-2">
            {[store.location, store.address].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="text-small col-start-2 flex flex-wrap gap-x-3 text-ink-2 sm:col-start-auto sm:justify-end">
          <span>
            <Plural value={store.manager_count} _0="aucun manager" one="# manager" other="# managers" />
          </span>
          <span>
            <Plural value={store.seller_count} _0="aucun vendeur" one="# vendeur" other="# vendeurs" />
          </span>
          {store.pending_count > 0 && (
            <span className="text-warn">
              <Plural value={store.pending_count} one="# invité" other="# invités" />
            </span>
          )}
        </span>
        <span className="max-sm:col-start-2">
          <StoreStatus status={store.status} />
        </span>
        <Icon name="right" className="text-ink-3 max-sm:col-start-3 max-sm:row-start-1" />
      </Link>
    </li>
  );
}
