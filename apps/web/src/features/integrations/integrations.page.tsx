import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../lib/endpoint.ts';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { myStores } from '../../lib/store.queries.ts';
import { useMe } from '../../lib/use-session.ts';
import { ButtonAnchor, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Etiquette } from '../../ui/etiquette.tsx';
import { Figure } from '../../ui/figure.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { apiKeys } from './key.queries.ts';
import { permissionWords } from './permission-words.ts';

type Key = Answer<typeof contract.integrations.listApiKeys>[number];

/** The keys that tills and other programs hold. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const keys = useQuery(apiKeys());
  const create = !me.entitlement?.read_only && (
    <ButtonLink to="/network/integrations/keys/new" look="primary" icon="key">
      <Trans>Créer une clé</Trans>
    </ButtonLink>
  );
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={t`Intégrations`}
        place={me.workspace?.name}
        actions={
          <>
            <ButtonAnchor href="/api/docs" target="_blank" rel="noopener" icon="external">
              <Trans>Documentation</Trans>
            </ButtonAnchor>
            {create}
          </>
        }
      />
      {keys.isPending && (
        <Loading>
          <Skeleton className="h-48" />
        </Loading>
      )}
      {keys.isError && <ErrorBlock problem={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isSuccess && keys.data.length === 0 && (
        <Empty
          title={t`Aucune clé pour l’instant.`}
          why={
            <Trans>Une clé permet à la caisse, ou à un outil comme n8n, d’envoyer les chiffres sans rien saisir.</Trans>
          }
          action={create}
        />
      )}
      {keys.isSuccess && keys.data.length > 0 && (
        <ul className="rows rounded-m bg-surface px-4 sm:px-5">
          {keys.data.map((key) => (
            <KeyLine key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
    </div>
  );
}

function KeyLine({ apiKey }: { readonly apiKey: Key }) {
  const { t, i18n } = useLingui();
  const { date, dateYear } = useFormat();
  const facts = [
    [t`Préfixe`, <code key="prefix">{`${apiKey.key_prefix}…`}</code>],
    [t`Droits`, apiKey.permissions.map((permission) => i18n._(permissionWords[permission])).join(', ')],
    [t`Magasins`, <KeyStores key="stores" ids={apiKey.store_ids} />],
    [
      t`Dernier usage`,
      <Figure key="used">{apiKey.last_used_at === null ? noValue : date(apiKey.last_used_at)}</Figure>,
    ],
    [t`Expire`, apiKey.expires_at === null ? t`jamais` : dateYear(apiKey.expires_at)],
  ] as const;
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-label">{apiKey.name}</h2>
        <KeyStatus status={apiKey.status} />
      </div>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-[auto_1.4fr_1fr_auto_auto]">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-2 lg:flex-col lg:gap-0">
            <dt className="text-small text-ink-2">{label}</dt>
            <dd className="text-small break-words text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function KeyStores({ ids }: { readonly ids: readonly string[] | null }) {
  const stores = useQuery(myStores());
  if (ids === null) return <Trans>tous, y compris futurs</Trans>;
  const names = ids.map((id) => stores.data?.find((store) => store.id === id)?.name);
  return names.every((name) => name !== undefined) && names.length > 0 ? (
    names.join(', ')
  ) : (
    <Plural value={ids.length} _0="aucun" one="# magasin" other="# magasins" />
  );
}

function KeyStatus({ status }: { readonly status: Key['status'] }) {
  switch (status) {
    case 'active':
      return (
        <Etiquette tone="good">
          <Trans>Active</Trans>
        </Etiquette>
      );
    case 'expired':
      return (
        <Etiquette tone="warn">
          <Trans>Expirée</Trans>
        </Etiquette>
      );
    case 'revoked':
      return (
        <Etiquette>
          <Trans>Révoquée</Trans>
        </Etiquette>
      );
  }
}
