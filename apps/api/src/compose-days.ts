import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import { absenceService } from './features/kpis/absence.service.ts';
import { autoValidationService } from './features/kpis/auto-validation.service.ts';
import { correctionService } from './features/kpis/correction.service.ts';
import { dayHistoryService } from './features/kpis/day-history.service.ts';
import { dayReader } from './features/kpis/day-reading.ts';
import { beginning } from './features/kpis/day-write.ts';
import { footfallService } from './features/kpis/footfall.service.ts';
import { kpiConfigService } from './features/kpis/kpi-config.service.ts';
import { storeDayService } from './features/kpis/store-day.service.ts';
import type { StoreFactsService } from './features/kpis/store-facts.service.ts';
import { unlockingService } from './features/kpis/unlocking.service.ts';
import { validationService } from './features/kpis/validation.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly opening: Pick<StoreFactsService, 'factsOf'>;
}

/** The services by which the days of stores are run. */
export function dayServices({ data, system, opening }: Outside) {
  const read = dayReader(opening);
  const begin = beginning({ system, read });
  return {
    grids: storeDayService({ data, system, read }),
    corrections: correctionService({ data, system, begin }),
    unlocking: unlockingService({ data, system, begin }),
    footfalls: footfallService({ data, system, begin }),
    absences: absenceService({ data, system, begin }),
    validations: validationService({ data, system, begin }),
    autoValidations: autoValidationService({ data, system, read }),
    histories: dayHistoryService({
      data,
      system,
      namesOfKeys: async (scope, ids) =>
        new Map((await data.read.apiKeys.findMany(scope, ids)).map(({ id, name }) => [id, name])),
    }),
    configs: kpiConfigService({ data, system }),
  };
}
