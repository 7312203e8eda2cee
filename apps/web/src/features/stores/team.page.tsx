import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useMe } from '../../lib/use-session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { StoreGate } from './store-gate.tsx';
import { StorePeople, useStoreName } from './store-people.tsx';

/** The team of a store. */
export function Page() {
  const { t } = useLingui();
  const { storeId } = useParams({ from: '/signed-in/store/store/$storeId/team' });
  const me = useMe();
  const name = useStoreName(storeId);
  return (
    <StoreGate storeId={storeId}>
      <div className="flex max-w-3xl flex-col gap-5">
        <PageHeader
          title={t`Équipe`}
          place={name}
          below={me.role === 'gerant' && name !== null && <p className="text-ink-2">{name}</p>}
        />
        <StorePeople storeId={storeId} />
      </div>
    </StoreGate>
  );
}
