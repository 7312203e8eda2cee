import { Trans, useLingui } from '@lingui/react/macro';
import { isDay } from '@retail-performer/domain/days';
import { useParams } from '@tanstack/react-router';
import { DayStepper, StoreDay } from '../features/kpis/store-day.tsx';
import { StoreGate } from '../features/stores/store-gate.tsx';
import { StorePeople, useStoreName } from '../features/stores/store-people.tsx';
import { dayOfInstant } from '../lib/format.ts';
import { useMe } from '../lib/use-session.ts';
import { Etiquette } from '../ui/etiquette.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { StatePage } from '../ui/state-page.tsx';

/** One day of one store, for its manager and its owner. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { storeId, date } = useParams({ from: '/signed-in/store/store/$storeId/day/$date' });
  const name = useStoreName(storeId);
  // Only the first guess of a visit without a business day: the server refuses what has not begun.
  const today = me.store_today ?? dayOfInstant(new Date().toISOString(), me.workspace?.timezone);
  const day = date === 'today' ? today : date;
  if (!isDay(day)) {
    return (
      <StatePage
        title={t`Ce jour n’existe pas`}
        action={
          <ButtonLink to="/store/$storeId/day/$date" params={{ storeId, date: 'today' }}>
            <Trans>Voir aujourd’hui</Trans>
          </ButtonLink>
        }
      />
    );
  }
  return (
    <StoreGate storeId={storeId}>
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t`Jour`}
          place={name}
          below={
            me.role === 'gerant' && (
              <div className="mt-1 flex flex-wrap items-center gap-3">
                {name !== null && <p className="text-ink-2">{name}</p>}
                <Etiquette>
                  <Trans>Vous agissez comme gérant</Trans>
                </Etiquette>
              </div>
            )
          }
          actions={<DayStepper storeId={storeId} day={day} today={today} />}
        />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:items-start">
          <StoreDay storeId={storeId} day={day} />
          <StorePeople storeId={storeId} />
        </div>
      </div>
    </StoreGate>
  );
}
