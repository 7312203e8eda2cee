import type { RefusalTable } from '../kernel/index.ts';

/** How often one invitation is sent at most, the first time included. */
export const sendsMax = 6;

/** How long one waits before sending an invitation again. */
export const resendAfterMs = 10 * 60_000;

/** What is said when an invitation was sent as often as it may be: waiting will not help. */
export const noMoreSends = {
  RATE_LIMITED: {
    reason: 'too_many',
    fr: 'Cette invitation a déjà été envoyée 6 fois. Annulez-la et invitez à nouveau.',
    en: 'This invitation has been sent 6 times already. Cancel it and invite again.',
  },
} as const satisfies RefusalTable;
