import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import { subscription } from './billing.queries.ts';
import { StatusLabel } from './status-label.tsx';

/** The subscription in one line of the owner's home; nothing where billing is off. */
export function BillingLine() {
  const report = useQuery(subscription());
  if (!report.isSuccess || report.data.billing === 'off') return null;
  const { seats, used_seats, reserved_seats } = report.data;
  return (
    <Link
      to="/network/billing"
      className="flex min-h-14 items-center gap-3 rounded-m bg-surface px-4 py-2 hover:bg-surface-2"
    >
      <StatusLabel status={report.data.status} days_left={report.data.days_left} />
      <span className="flex-1 text-ink-2">
        {seats !== null && (
          <Trans>
            {used_seats + reserved_seats} postes vendeurs sur {seats}
          </Trans>
        )}
      </span>
      <Icon name="right" className="text-ink-3" />
    </Link>
  );
}
