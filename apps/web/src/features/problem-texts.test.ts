import { contract } from '@retail-performer/domain/contract';
import { expect, it } from 'vitest';
import { commonTexts } from '../lib/problem-text.ts';
import { invitationRefusals } from './auth/invitation-refusals.ts';
import { entryRefusals } from './kpis/entry-refusals.ts';
import { seatRefusals } from './people/seat-refusals.ts';

const { auth, kpis, people, stores, integrations } = contract;

/** Each operation that people call, the texts of its page, and the refusals that have a page or a block of their own. */
const screens = [
  ['signing in', auth.login, {}, ['ACCOUNT_SUSPENDED', 'RATE_LIMITED']],
  ['creating a workspace', auth.register, {}, []],
  [
    'accepting an invitation',
    auth.acceptInvitation,
    invitationRefusals,
    ['INVITATION_INVALID', 'INVITATION_USED', 'INVITATION_EXPIRED', 'INVITATION_CANCELLED'],
  ],
  ['choosing a new password', auth.resetPassword, {}, ['RESET_TOKEN_INVALID']],
  ['saving a day', kpis.saveMyEntry, entryRefusals, ['STALE_REVISION']],
  ['opening a store', stores.createStore, {}, []],
  ['inviting somebody', people.invite, seatRefusals, []],
  ['making a key', integrations.createApiKey, {}, []],
] as const;

it.each(screens)('every refusal of %s has words of its own', (_what, { refusals }, own, pages) => {
  const known = new Set([...Object.keys(commonTexts), ...Object.keys(own), ...pages]);
  expect(refusals.filter((code) => !known.has(code))).toEqual([]);
});
