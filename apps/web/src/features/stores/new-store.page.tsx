import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { stores } from 'virtual:contract/stores';
import { api, session } from '../../lib/client.ts';
import { optionalTextOf, textOf, useSubmit } from '../../lib/use-submit.ts';
import { useMe } from '../../lib/use-session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { myStores, refreshStores } from '../../lib/store.queries.ts';

import { DaySettings } from './day-settings.tsx';

/** A new store: its name and place; everything else has a good default. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const known = useQuery(myStores());
  const [name, setName] = useState('');
  const submit = useSubmit({
    body: (form) => ({
      name: textOf(form, 'name'),
      location: textOf(form, 'location'),
      address: optionalTextOf(form, 'address'),
      phone: optionalTextOf(form, 'phone'),
      opened_on: optionalTextOf(form, 'opened_on'),
      external_id: optionalTextOf(form, 'external_id'),
      cutoff_hour: Number(textOf(form, 'cutoff_hour')),
    }),
    send: (body, idempotencyKey) => api.call(stores.createStore, { body, idempotencyKey }),
    done: async () => {
      await Promise.all([refreshStores(), session.reload()]);
      await navigate({ to: '/network/stores' });
    },
  });
  const labels = {
    name: t`Nom du magasin`,
    location: t`Ville`,
    address: t`Adresse`,
    phone: t`Téléphone`,
    opened_on: t`Ouvert depuis`,
    external_id: t`Code de caisse`,
    cutoff_hour: t`Changement de journée`,
  };
  const namesake = known.data?.find((store) => store.name.toLowerCase() === name.trim().toLowerCase());

  return (
    <form noValidate onSubmit={submit.onSubmit} className="flex max-w-xl flex-col gap-5">
      <PageHeader title={t`Nouveau magasin`} place={me.workspace?.name} />
      <ErrorSummary problem={submit.problem} labels={labels} />
      <TextField
        label={labels.name}
        name="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        refused={submit.refused('name')}
      />
      {namesake !== undefined && (
        <Notice tone="warn" role="status">
          <Trans>Un magasin porte déjà ce nom. Deux magasins peuvent le partager ; la ville les distingue.</Trans>
        </Notice>
      )}
      <TextField label={labels.location} name="location" optional refused={submit.refused('location')} />
      <TextField
        label={labels.address}
        name="address"
        optional
        autoComplete="off"
        refused={submit.refused('address')}
      />
      <TextField
        label={labels.phone}
        name="phone"
        type="tel"
        optional
        autoComplete="off"
        refused={submit.refused('phone')}
      />
      <DaySettings refused={submit.refused} labels={labels} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={submit.pending}>
          <Trans>Ouvrir le magasin</Trans>
        </Button>
        <ButtonLink to="/network/stores">
          <Trans>Annuler</Trans>
        </ButtonLink>
      </div>
    </form>
  );
}
