import { Trans, useLingui } from '@lingui/react/macro';

interface SeatMeterProps {
  readonly seats: number;
  readonly used: number;
  readonly reserved: number;
  readonly remaining: number;
}

/** The seats of a space as a row of places: taken, reserved, free; the words say the same. */
export function SeatMeter({ seats, used, reserved, remaining }: SeatMeterProps) {
  const { t } = useLingui();
  const scale = Math.max(seats, used + reserved, 1);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-label">
        <Trans>
          {used} postes occupés, {reserved} réservés, {remaining} libres sur {seats}
        </Trans>
      </p>
      <svg
        viewBox={`0 0 ${scale} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`${used + reserved} postes pris sur ${seats}`}
        className="h-3 w-full overflow-hidden rounded-s"
      >
        <rect width={scale} height={1} className="fill-surface-2" />
        <rect width={used} height={1} className="fill-brand" />
        <rect x={used} width={reserved} height={1} className="fill-brand opacity-45" />
      </svg>
    </div>
  );
}
