import type { StoreClosureInput, StoreEventInput } from '@retail-performer/domain/calendar';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import type { BillingService } from './features/billing/billing.service.ts';
import type { Links } from './features/mail/links.ts';
import type { MailQueueService } from './features/mail/mail-queue.service.ts';
import { coachNamingService } from './features/people/coach-naming.service.ts';
import { departureService } from './features/people/departure.service.ts';
import { invitationCancellingService } from './features/people/invitation-cancelling.service.ts';
import { invitationListService } from './features/people/invitation-list.service.ts';
import { invitationResendingService } from './features/people/invitation-resending.service.ts';
import { reactivationService } from './features/people/reactivation.service.ts';
import { staffCommandService } from './features/people/staff-command.service.ts';
import { staffEditingService } from './features/people/staff-editing.service.ts';
import { staffListService } from './features/people/staff-list.service.ts';
import { staffViewService } from './features/people/staff-view.service.ts';
import { storeEmptying } from './features/people/store-emptying.ts';
import { suspensionService } from './features/people/suspension.service.ts';
import { transferService } from './features/people/transfer.service.ts';
import type { CalendarChanged } from './features/stores/calendar-hook.ts';
import { storeDatesService } from './features/stores/store-dates.service.ts';
import { storeEditingService } from './features/stores/store-editing.service.ts';
import type { StoreService } from './features/stores/store.service.ts';
import { storeSettingsService } from './features/stores/store-settings.service.ts';
import { storeStatusService } from './features/stores/store-status.service.ts';
import { workspaceService } from './features/stores/workspace.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly stores: StoreService;
  readonly billing: Pick<BillingService, 'entitlementOf' | 'takeSeat'>;
  readonly mails: MailQueueService;
  readonly links: Links;
  /** Told in the transaction in which a store's comparable days change. */
  readonly calendarChanged: CalendarChanged<Records>;
}

/** The services by which owners run their chain: the space, the stores and the life of their people. */
export function chainServices({ data, system, stores, billing, mails, links, calendarChanged }: Outside) {
  const { entitlementOf, takeSeat } = billing;
  const views = staffViewService({ system });
  const commands = staffCommandService({ data, views, entitlementOf });
  const dated = { data, system, stores, calendarChanged };
  const lists = invitationListService({ data, system });
  return {
    workspaces: workspaceService({ data, system, entitlementOf }),
    storeLives: {
      editing: storeEditingService({ data, system, stores, calendarChanged }),
      status: storeStatusService({ data, system, calendarChanged, emptyStore: storeEmptying(system) }),
      settings: storeSettingsService({ data, system, stores, calendarChanged }),
    },
    storeCalendars: {
      closures: storeDatesService<Records, StoreClosureInput>({
        ...dated,
        noun: 'closure',
        rowsIn: ({ storeClosures }) => storeClosures,
        decides: () => true,
      }),
      events: storeDatesService<Records, StoreEventInput>({
        ...dated,
        noun: 'event',
        rowsIn: ({ storeEvents }) => storeEvents,
        // The other kinds explain figures and take no day out of a comparison.
        decides: ({ kind }) => kind === 'works',
      }),
    },
    staff: {
      invitations: {
        lists,
        resending: invitationResendingService({ commands, system, lists, mails, links, takeSeat }),
        cancelling: invitationCancellingService({ commands, system, lists }),
      },
      lists: staffListService({ data, views }),
      editing: staffEditingService({ commands, system }),
      suspensions: suspensionService({ commands, system }),
      reactivations: reactivationService({ commands, system, takeSeat }),
      transfers: transferService({ commands, system }),
      departures: departureService({ commands, system }),
      coaches: coachNamingService({ commands, system, stores }),
    },
  };
}
