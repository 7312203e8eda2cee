import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { integrations } from 'virtual:contract/integrations';
import { api, queryClient } from '../../lib/client.ts';
import { textOf, useSubmit } from '../../lib/use-submit.ts';
import { myStores } from '../../lib/store.queries.ts';
import { useMe } from '../../lib/use-session.ts';
import { BanneSwatch } from '../../ui/banne.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Check, Group, SelectField, TextField } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { KeySecret, type NewKey } from './key-secret.tsx';
import { permissions, permissionWords } from './permission-words.ts';

/** A new key: its name, what it may do, in which stores, for how long; then its secret, once. */
export function Page() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const stores = useQuery(myStores());
  const [all, setAll] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const submit = useSubmit({
    body: (form) => {
      const chosen = new Set(form.getAll('store_ids'));
      return {
        name: textOf(form, 'name'),
        permissions: permissions.filter((permission) => form.getAll('permissions').includes(permission)),
        expires_days: Number(textOf(form, 'expires_days')),
        store_ids: all ? null : (stores.data ?? []).map(({ id }) => id).filter((id) => chosen.has(id)),
      };
    },
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
      <Group legend={labels.permissions} refused={submit.refused('permissions')}>
        {permissions.map((permission) => (
          <Check
            key={permission}
            name="permissions"
            value={permission}
            defaultChecked={permission === 'write:kpi'}
            label={i18n._(permissionWords[permission])}
          />
        ))}
      </Group>
      <Group legend={labels.store_ids} refused={all ? undefined : submit.refused('store_ids')}>
        <Check
          type="radio"
          name="reach"
          checked={!all}
          onChange={() => setAll(false)}
          label={t`Seulement ces magasins`}
        />
        {!all && (
          <div className="ml-8 border-l-2 border-dotted border-line pl-4">
            {stores.isError && <ErrorBlock problem={stores.error} onRetry={() => void stores.refetch()} />}
            {stores.data
              ?.filter(({ status }) => status !== 'closed')
              .map((store) => (
                <Check
                  key={store.id}
                  name="store_ids"
                  value={store.id}
                  label={
                    <span className="flex items-center gap-2">
                      <BanneSwatch store={store} />
                      {store.name}
                    </span>
                  }
                />
              ))}
          </div>
        )}
        <Check
          type="radio"
          name="reach"
          checked={all}
          onChange={() => setAll(true)}
          label={t`Tous les magasins, y compris les futurs`}
        />
      </Group>
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
