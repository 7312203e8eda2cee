import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../lib/http.ts';
import { networkProblem } from '../../lib/problem.ts';
import { useFormat } from '../../lib/use-format.ts';
import { BarePage } from '../../ui/bare-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Etiquette } from '../../ui/etiquette.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface Health {
  readonly status: string;
  readonly version: string;
  readonly time: string;
}

const probe = async (): Promise<Health> => {
  const response = await fetch('/api/health').catch(() => {
    throw networkProblem();
  });
  return healthOf((await answerOf(response)).data);
};

// The probe is read by machines too and stands outside the contract table; only three of its words are shown.
function healthOf(data: unknown): Health {
  const words = new Map(Object.entries(data ?? {}));
  return {
    status: String(words.get('status')),
    version: String(words.get('version') ?? ''),
    time: String(words.get('time') ?? ''),
  };
}

/** Whether the service answers, seen from this browser. */
export function Page() {
  const { t } = useLingui();
  const { time } = useFormat();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: probe,
    retry: false,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  return (
    <BarePage>
      <PageHeader title={t`État du service`} />
      <section role="status" className="flex flex-col items-start gap-3 rounded-m bg-surface p-5">
        {health.isPending && (
          <p className="animate-appear text-ink-2">
            <Trans>Vérification…</Trans>
          </p>
        )}
        {health.isError && (
          <>
            <Etiquette tone="bad">
              <Trans>Sans réponse</Trans>
            </Etiquette>
            <p>
              <Trans>Le service ne répond pas à ce navigateur. Les saisies déjà envoyées sont en sécurité.</Trans>
            </p>
          </>
        )}
        {health.isSuccess && (
          <>
            {health.data.status === 'ok' ? (
              <Etiquette tone="good">
                <Trans>En service</Trans>
              </Etiquette>
            ) : (
              <Etiquette tone="warn">
                <Trans>Ralenti</Trans>
              </Etiquette>
            )}
            <p>
              {health.data.status === 'ok' ? (
                <Trans>Tout répond normalement.</Trans>
              ) : (
                <Trans>Le service répond, une partie est ralentie.</Trans>
              )}
            </p>
            <dl className="text-small flex flex-wrap gap-x-6 text-ink-2">
              <div className="flex gap-1.5">
                <dt>{t`Version`}</dt>
                <dd>{health.data.version}</dd>
              </div>
              <div className="flex gap-1.5">
                <dt>{t`Vérifié à`}</dt>
                <dd>{time(new Date(health.dataUpdatedAt).toISOString())}</dd>
              </div>
            </dl>
          </>
        )}
      </section>
      <div>
        <Button icon="retry" busy={health.isFetching} onClick={() => void health.refetch()}>
          <Trans>Vérifier maintenant</Trans>
        </Button>
      </div>
    </BarePage>
  );
}
