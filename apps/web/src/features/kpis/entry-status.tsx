import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../lib/use-format.ts';
import { Etiquette } from '../../ui/etiquette.tsx';
import { stateOf } from './entry-state.ts';
import type { Entry } from './figures.ts';

/** The price label of a day: sent and when, corrected, from the till, or nothing yet. */
export function EntryStatus({
  entry,
  timezone,
}: {
  readonly entry: Entry | null;
  readonly timezone?: string | undefined;
}) {
  const { time } = useFormat();
  const at = entry === null ? '' : time(entry.updated_at, timezone);
  switch (stateOf(entry)) {
    case 'missing':
      return (
        <Etiquette>
          <Trans>À saisir</Trans>
        </Etiquette>
      );
    case 'locked':
      return (
        <Etiquette tone="info">
          <Trans>Caisse {at}</Trans>
        </Etiquette>
      );
    case 'corrected':
      return (
        <Etiquette tone="warn">
          <Trans>Corrigé {at}</Trans>
        </Etiquette>
      );
    case 'entered':
      return (
        <Etiquette tone="good">
          <Trans>Envoyé {at}</Trans>
        </Etiquette>
      );
  }
}
