import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Me } from '../lib/me.ts';
import type { IconName } from '../ui/icon.tsx';

/** One entry of the navigation. */
export interface Entry {
  readonly to: string;
  readonly word: MessageDescriptor;
  readonly icon: IconName;
  /** In the bottom bar of a phone; the others are behind « Plus ». */
  readonly bar: boolean;
  /** The act of the day. */
  readonly act?: true;
  /** The entry stands for this page alone, not for those below it. */
  readonly exact?: true;
}

/** The entries inside a store, for its manager and for its owner. */
export const storeEntries = (storeId: string): readonly Entry[] => [
  { to: `/store/${storeId}/day`, word: msg`Jour`, icon: 'day', bar: true },
  { to: `/store/${storeId}/team`, word: msg`Équipe`, icon: 'people', bar: true },
];

const seller: readonly Entry[] = [
  { to: '/me/today', word: msg`Jour`, icon: 'day', bar: true },
  { to: '/me/entry', word: msg`Saisir`, icon: 'plus', bar: true, act: true },
  { to: '/me/history', word: msg`Historique`, icon: 'history', bar: true },
];

const gerant: readonly Entry[] = [
  { to: '/network', word: msg`Réseau`, icon: 'network', bar: true, exact: true },
  { to: '/network/stores', word: msg`Magasins`, icon: 'stores', bar: true },
  { to: '/network/people/invite', word: msg`Inviter`, icon: 'invite', bar: true },
  { to: '/network/integrations', word: msg`Intégrations`, icon: 'plug', bar: false },
  { to: '/network/billing', word: msg`Abonnement`, icon: 'card', bar: false },
];

const admin: readonly Entry[] = [
  { to: '/admin', word: msg`Chiffres`, icon: 'figures', bar: true, exact: true },
  { to: '/admin/workspaces', word: msg`Espaces`, icon: 'stores', bar: true },
];

/** What a role finds in its navigation; a manager without store has nothing yet. */
export function entriesOf(me: Me): readonly Entry[] {
  if (me.role === 'seller') return seller;
  if (me.role === 'gerant') return gerant;
  if (me.role === 'super_admin') return admin;
  return me.store_id === null ? [] : storeEntries(me.store_id);
}

/** From a store back to the whole chain, for its owner. */
export const backToNetwork: Entry = { to: '/network', word: msg`Réseau`, icon: 'left', bar: true, exact: true };

/** Everything that a phone's bar has no room for. */
export const moreEntry: Entry = { to: '/more', word: msg`Plus`, icon: 'more', bar: true };

/** What every role finds behind « Plus ». */
export const commonEntries: readonly Entry[] = [
  { to: '/account/profile', word: msg`Mon profil`, icon: 'person', bar: false },
  { to: '/help', word: msg`Aide`, icon: 'help', bar: false },
  { to: '/status', word: msg`État du service`, icon: 'pulse', bar: false },
];
