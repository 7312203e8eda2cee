import { Trans } from '@lingui/react/macro';
import type { Me } from '../../lib/me.ts';

/** How many seats are taken, reserved and left, in words; nothing where seats are not counted. */
export function Seats({ entitlement }: { readonly entitlement: NonNullable<Me['entitlement']> }) {
  const { seats, used_seats, reserved_seats, remaining_seats } = entitlement;
  if (seats === null) return null;
  return (
    <p className="text-ink-2">
      <Trans>
        Postes vendeurs : {used_seats} occupés, {reserved_seats} réservés, {remaining_seats ?? 0} libres
      </Trans>
    </p>
  );
}
