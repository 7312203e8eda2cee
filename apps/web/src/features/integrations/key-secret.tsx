import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../lib/endpoint.ts';
import { useMe } from '../../lib/use-session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Secret } from '../../ui/secret.tsx';

/** What the creation of a key answers, the secret included. */
export type NewKey = Answer<typeof contract.integrations.createApiKey>;

interface KeySecretProps {
  readonly made: NewKey;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
}

/** The secret of a key, this once; leaving asks whether it has been kept. */
export function KeySecret({ made: { api_key, key }, stores }: KeySecretProps) {
  const { t } = useLingui();
  const [kept, setKept] = useState(false);
  const blocker = useBlocker({ shouldBlockFn: () => !kept, enableBeforeUnload: () => !kept, withResolver: true });
  const storeId = key.store_ids?.[0] ?? stores[0]?.id ?? '…';
  const today = useMe().store_today ?? '…';
  const example = exampleOf({ origin: window.location.origin, key: api_key, storeId, today });

  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <PageHeader title={t`Clé créée`} below={<p className="text-ink-2">{key.name}</p>} />
      <Notice tone="warn" icon="key">
        <Trans>Cette clé n’est affichée que maintenant. Elle ne pourra plus être relue, seulement remplacée.</Trans>
      </Notice>
      <Secret value={api_key}>
        <Button look="ghost" onClick={() => download('retail-performer.env', `RETAIL_PERFORMER_API_KEY=${api_key}\n`)}>
          <Trans>Télécharger .env</Trans>
        </Button>
      </Secret>
      <section className="flex flex-col gap-2">
        <h2 className="title-3">
          <Trans>Premier envoi</Trans>
        </h2>
        <pre
          tabIndex={0}
          aria-label={t`Exemple de commande`}
          className="overflow-x-auto rounded-m bg-surface p-4 font-mono text-[13px]/[20px]"
        >
          {example}
        </pre>
        <div>
          <CopyButton text={example} label={t`Copier la commande`} />
        </div>
      </section>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          className="size-5 accent-brand"
        />
        <Trans>Je l’ai enregistrée</Trans>
      </label>
      <div>
        <ButtonLink to="/network/integrations" look="primary">
          <Trans>Terminer</Trans>
        </ButtonLink>
      </div>
      {blocker.status === 'blocked' && (
        <Dialog title={t`La clé est-elle enregistrée ?`} onClose={blocker.reset}>
          <p className="mt-1 text-ink-2">
            <Trans>En quittant cette page, elle disparaît pour toujours.</Trans>
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button onClick={blocker.reset}>
              <Trans>Rester</Trans>
            </Button>
            <Button look="primary" onClick={blocker.proceed}>
              <Trans>Je l’ai enregistrée</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

interface Example {
  readonly origin: string;
  readonly key: string;
  readonly storeId: string;
  readonly today: string;
}

const exampleOf = ({ origin, key, storeId, today }: Example): string =>
  [
    `curl -X POST ${origin}/api/integrations/kpi/sync \\`,
    `  -H "X-API-Key: ${key}" -H "Content-Type: application/json" \\`,
    `  -d '{"store_id":"${storeId}","date":"${today}","kpi_entries":[`,
    `    {"seller_id":"…","ca_journalier":1250.50,"nb_ventes":12,"nb_articles":20}]}'`,
  ].join('\n');

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
