import { Trans, useLingui } from '@lingui/react/macro';
import type { Submit } from '../../lib/use-submit.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

interface DaySettingsProps {
  readonly refused: Submit['refused'];
  readonly labels: Readonly<Record<'cutoff_hour' | 'opened_on' | 'external_id', string>>;
}

/** What has a good default: when a day ends, since when the store exists, how the till calls it. */
export function DaySettings({ refused, labels }: DaySettingsProps) {
  const { t } = useLingui();
  return (
    <details className="rounded-m bg-surface px-4">
      <summary className="text-label flex min-h-12 items-center">
        <Trans>Réglages de la journée et de la caisse</Trans>
      </summary>
      <div className="flex flex-col gap-5 pt-2 pb-5">
        <SelectField
          label={labels.cutoff_hour}
          name="cutoff_hour"
          defaultValue="4"
          hint={t`Avant cette heure, les chiffres comptent encore pour la veille.`}
          refused={refused('cutoff_hour')}
        >
          {[0, 1, 2, 3, 4, 5, 6].map((hour) => (
            <option key={hour} value={hour}>
              {t`${hour} h`}
            </option>
          ))}
        </SelectField>
        <TextField
          label={labels.opened_on}
          name="opened_on"
          type="date"
          optional
          hint={t`Aucun chiffre n’est accepté avant ce jour.`}
          refused={refused('opened_on')}
        />
        <TextField
          label={labels.external_id}
          name="external_id"
          optional
          hint={t`Le nom de ce magasin dans le logiciel de caisse.`}
          refused={refused('external_id')}
        />
      </div>
    </details>
  );
}
