import { dayApi } from '@retail-performer/domain/kpis';
import type { Mount } from '../../core/http/mount.ts';
import type { AbsenceService } from './absence.service.ts';
import type { CorrectionService } from './correction.service.ts';
import type { DayHistoryService } from './day-history.service.ts';
import type { FootfallService } from './footfall.service.ts';
import type { KpiConfigService } from './kpi-config.service.ts';
import type { StoreDayService } from './store-day.service.ts';
import type { UnlockingService } from './unlocking.service.ts';
import type { ValidationService } from './validation.service.ts';

interface DayServices {
  readonly grids: StoreDayService;
  readonly corrections: CorrectionService;
  readonly unlocking: UnlockingService;
  readonly footfalls: FootfallService;
  readonly absences: AbsenceService;
  readonly validations: ValidationService;
  readonly histories: DayHistoryService;
  readonly configs: KpiConfigService;
}

/** Serves the days of stores and who enters what there. */
export const dayRoutes = (mount: Mount, days: DayServices): void =>
  mount(dayApi, {
    showConfig: async ({ actor, params, answer }) => {
      const config = await days.configs.show(actor, params.store_id);
      answer.etag(config.rev);
      return config;
    },
    editConfig: async ({ actor, params, body, if_match, answer }) => {
      const config = await days.configs.change(actor, params.store_id, body.entry_by, if_match);
      answer.etag(config.rev);
      return config;
    },
    showDay: async ({ actor, params, caller, answer }) => {
      const day = await days.grids.show(actor, params, caller.locale);
      answer.etag(day.rev);
      return day;
    },
    writeEntry: async ({ actor, params, body: { reason = null, ...correction }, if_match: expected, answer }) => {
      const written = await days.corrections.write(actor, params, { correction, reason, expected });
      answer.etag(written.entry.rev);
      return written;
    },
    removeEntry: ({ actor, params, query: { reason = null }, if_match: expected }) =>
      days.corrections.remove(actor, params, { reason, expected }),
    unlockEntry: ({ actor, params, body, caller }) => days.unlocking.unlock(actor, params, body.reason, caller.locale),
    setFootfall: async ({ actor, params, body, if_match, answer }) => {
      const counted = await days.footfalls.set(actor, params, body.nb_prospects, if_match);
      answer.etag(counted.day.rev);
      return counted;
    },
    setAbsence: ({ actor, params, body }) => days.absences.set(actor, params, body.reason),
    removeAbsence: ({ actor, params }) => days.absences.remove(actor, params),
    validateDay: async ({ actor, params, body, if_match: expected, caller, answer }) => {
      const closing = { accept_missing: body?.accept_missing ?? [], expected };
      const day = await days.validations.validate(actor, params, closing, caller.locale);
      answer.etag(day.rev);
      return day;
    },
    reopenDay: async ({ actor, params, body, caller, answer }) => {
      const day = await days.validations.reopen(actor, params, body.reason, caller.locale);
      answer.etag(day.rev);
      return day;
    },
    showHistory: ({ actor, params, query, caller }) => days.histories.list(actor, params, query, caller.locale),
  });
