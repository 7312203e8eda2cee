import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { integrations } from 'virtual:contract/integrations';
import { api, queryClient } from '../../lib/client.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { myStores } from '../../lib/store.queries.ts';
import { useMe } from '../../lib/use-session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { KeySecret, type NewKey } from './key-secret.tsx';
import { Permissions, Reach } from './key-fields.tsx';
import { permissions } from './permission-words.ts';

/** A new key: its name, what it may do, in which stores, for how long; then its secret, once. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const stores = useQuery(myStores());
  const [all, setAll] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const submit = useSubmit({
    body: (form) => ({
      name: textOf(form, 'name'),
      permissions: permissions.filter((permission) => form.getAll('permissions').includes(permission)),
      expires_days: Number(textOf(form, 'expires_days')),
      store_ids: all
        ? null
        : (stores.data ?? []).map(({ id }) => id).filter((id) => form.getAll('store_ids').includes(id)),
    }),
    send: (body, idempotencyKey) => api.call(integrations.createApiKey, { body, idempotencyKey }),
    done: async (answer) => {
      await queryClient.invalidateQueries({ queryKey: ['integrations'] });
      setMade(answer);
    },
  });
  const labels = {
    name: t`Nom de la clé`,
    permissions: t`Droits`,
    store_ids: t`Magasins`,
    expires_days: t`Durée de vie`,
  };

  if (made !== null) return <KeySecret made={made} stores={stores.data ?? []} />;

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex max-w-xl flex-col gap-6">
      <PageHeader title={t`Nouvelle clé`} place={me.workspace?.name} />
      <ErrorSummary problem={submit.problem} labels={labels} />
      <TextField
        label={labels.name}
        name="name"
        autoComplete="off"
        hint={t`Par exemple « Caisse Lyon » : pour la reconnaître le jour où il faut la remplacer.`}
        refused={submit.refused('name')}
      />
      <Permissions legend={labels.permissions} refused={submit.refused('permissions')} />
      <Reach
        legend={labels.store_ids}
        stores={stores.data ?? []}
        all={all}
        onAll={setAll}
        refused={submit.refused('store_ids')}
        below={stores.isError && <ErrorBlock problem={stores.error} onRetry={() => void stores.refetch()} />}
      />
      <SelectField
        label={labels.expires_days}
        name="expires_days"
        defaultValue="365"
        refused={submit.refused('expires_days')}
      >
        <option value="90">{t`3 mois`}</option>
        <option value="365">{t`1 an`}</option>
        <option value="730">{t`2 ans`}</option>
        <option value="0">{t`Sans fin`}</option>
      </SelectField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" icon="key" busy={submit.pending}>
          <Trans>Créer la clé</Trans>
        </Button>
        <ButtonLink to="/network/integrations">
          <Trans>Annuler</Trans>
        </ButtonLink>
      </div>
    </form>
  );
}
