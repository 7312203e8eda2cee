export { covers, type DatedSpan, isInLife, isOpenOn, type OpeningFacts, perimeterStart } from './opening.rules.ts';
export { easterOf } from './easter.rules.ts';
export {
  blackFriday,
  type CalendarChoices,
  eventOn,
  type EventWindow,
  mentionsOf,
  mothersDay,
  type TradingEvent,
  tradingEvents,
  usualChoices,
  windowOf,
} from './events.rules.ts';
export { type Holiday, holidayIn, holidayNames, holidaysOf } from './holidays.rules.ts';
export { type PairedDay, pairedDay, type PairingContext } from './pairing.rules.ts';
export { type Soldes, soldesOf, type SoldesOverride, soldesOverrides, type SoldesSeason } from './soldes.rules.ts';
export { type CalendarZones, departmentOf, type HolidayZone, type SoldesZone, zonesOf } from './zones.rules.ts';
export { calendarErrors } from './calendar.errors.ts';
export { storeCalendarApi, StoreDatesQuery } from './store-calendar.api.ts';
export {
  StoreClosure,
  StoreClosureInput,
  StoreClosureRow,
  StoreEvent,
  StoreEventInput,
  StoreEventRow,
  storeClosureView,
  storeEventView,
} from './store-calendar.model.ts';
export { calendarApi } from './calendar.api.ts';
export { pairText, reasonText } from './pairing-text.rules.ts';
export { schoolHolidayOn, schoolZoneOf } from './school.rules.ts';
export { CalendarDay } from './store-calendar.model.ts';
