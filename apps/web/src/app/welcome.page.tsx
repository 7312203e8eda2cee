import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { dashboard } from '../features/kpis/kpi.queries.ts';
import { useMe } from '../lib/use-session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ErrorBlock } from '../ui/error-block.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';

/** The first steps of an owner: each is a fact, each has one act. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const stats = useQuery(dashboard());
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <PageHeader
        title={t`Bienvenue, ${me.name.split(' ')[0] ?? me.name}`}
        place={me.workspace?.name}
        below={
          <p className="text-ink-2">
            <Trans>Trois étapes d’une minute, et {me.workspace?.name} est prêt pour sa première journée.</Trans>
          </p>
        }
      />
      {stats.isPending && (
        <Loading>
          <Skeleton className="h-72" />
        </Loading>
      )}
      {stats.isError && <ErrorBlock problem={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.isSuccess && <Steps stats={stats.data} />}
    </div>
  );
}

interface Facts {
  readonly total_stores: number;
  readonly total_managers: number;
  readonly pending_managers: number;
  readonly total_sellers: number;
  readonly pending_sellers: number;
}

function Steps({ stats }: { readonly stats: Facts }) {
  const { t } = useLingui();
  const steps = [
    {
      title: t`Ouvrir un premier magasin`,
      why: t`Son nom suffit ; l’adresse et la caisse viendront plus tard.`,
      done: stats.total_stores > 0,
      act: { to: '/network/stores/new', word: t`Ouvrir` },
    },
    {
      title: t`Inviter un manager`,
      why: t`Il suit la journée du magasin. Ou vous la suivez vous-même.`,
      done: stats.total_managers + stats.pending_managers > 0,
      act: { to: '/network/people/invite', word: t`Inviter` },
    },
    {
      title: t`Inviter des vendeurs`,
      why: t`Chacun saisit sa journée en quelques secondes, sur son téléphone.`,
      done: stats.total_sellers + stats.pending_sellers > 0,
      act: { to: '/network/people/invite', word: t`Inviter` },
    },
  ] as const;
  const next = steps.findIndex(({ done }) => !done);
  return (
    <>
      <ol className="rows rounded-m bg-surface px-5">
        {steps.map(({ title, why, done, act }, index) => (
          <li key={title} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
            <span
              aria-hidden="true"
              className={`grid size-8 shrink-0 place-items-center rounded-full font-display font-semibold ${done ? 'bg-brand text-on-brand' : 'border-2 border-line-strong text-ink-2'}`}
            >
              {done ? <Icon name="check" /> : index + 1}
            </span>
            <div className="min-w-0 flex-1 basis-52">
              <h2 className="text-label">
                {title}
                {done && <span className="sr-only"> {t`(fait)`}</span>}
              </h2>
              <p className="text-small text-ink-2">{why}</p>
            </div>
            {!done && (index === 0 || stats.total_stores > 0) && (
              <ButtonLink to={act.to} look={index === next ? 'act' : 'ghost'}>
                {act.word}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
      {stats.total_stores > 0 && (
        <div>
          <ButtonLink to="/network" search={{}} icon="network">
            <Trans>Voir le réseau</Trans>
          </ButtonLink>
        </div>
      )}
    </>
  );
}
