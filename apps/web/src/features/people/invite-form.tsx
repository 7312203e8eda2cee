import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { people } from 'virtual:contract/people';
import { api, session } from '../../lib/client.ts';
import type { Answer } from '../../lib/endpoint.ts';
import { refreshStores } from '../../lib/store.queries.ts';
import { optionalTextOf, textOf, useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ChannelChoice, CoachField } from './invite-fields.tsx';
import { seatRefusals } from './seat-refusals.ts';

type Sent = Answer<typeof contract.people.invite>;
type MyStores = Answer<typeof contract.stores.listMyStores>;

interface InviteFormProps {
  readonly stores: MyStores;
  readonly mailOff: boolean;
  readonly onSent: (sent: Sent) => void;
}

/** Who joins, where, and how the invitation reaches that person. */
export function InviteForm({ stores, mailOff, onSent }: InviteFormProps) {
  const { t } = useLingui();
  const { store: wished } = useSearch({ from: '/signed-in/gerant/network/people/invite' });
  const [role, setRole] = useState<'seller' | 'manager'>('seller');
  const [store, setStore] = useState(stores.find(({ id }) => id === wished)?.id ?? stores[0]?.id ?? '');
  const [channel, setChannel] = useState<'email' | 'link'>(mailOff ? 'link' : 'email');
  const submit = useSubmit({
    body: (form) => ({
      name: textOf(form, 'name'),
      email: optionalTextOf(form, 'email'),
      role,
      store_id: store,
      manager_id: role === 'seller' ? optionalTextOf(form, 'manager_id') : null,
      channel,
    }),
    send: (body, idempotencyKey) => api.call(people.invite, { body, idempotencyKey }),
    done: async (answer) => {
      await Promise.all([refreshStores(), session.reload()]);
      onSent(answer);
    },
  });
  const labels = { name: t`Prénom et nom`, email: t`Adresse e-mail`, store_id: t`Magasin`, manager_id: t`Coach` };

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex flex-col gap-5">
      <ErrorSummary problem={submit.problem} labels={labels} texts={seatRefusals} />
      <Segmented
        label={t`Rôle`}
        value={role}
        onChange={setRole}
        options={[
          ['seller', t`Vendeur`],
          ['manager', t`Manager`],
        ]}
      />
      <SelectField
        label={labels.store_id}
        name="store_id"
        value={store}
        onChange={(event) => setStore(event.target.value)}
        refused={submit.refused('store_id')}
      >
        {stores.map(({ id, name, location }) => (
          <option key={id} value={id}>
            {location === '' ? name : `${name} · ${location}`}
          </option>
        ))}
      </SelectField>
      {role === 'seller' && (
        <CoachField key={store} storeId={store} label={labels.manager_id} refused={submit.refused('manager_id')} />
      )}
      <TextField label={labels.name} name="name" autoComplete="off" refused={submit.refused('name')} />
      <ChannelChoice channel={channel} mailOff={mailOff} onChange={setChannel} />
      {channel === 'email' && (
        <TextField
          label={labels.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          refused={submit.refused('email')}
        />
      )}
      <div>
        <Button type="submit" look="primary" icon="invite" busy={submit.pending}>
          <Trans>Inviter</Trans>
        </Button>
      </div>
    </form>
  );
}
