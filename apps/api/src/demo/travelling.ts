import type { Day } from '@retail-performer/domain/kernel';
import type { System } from '../core/system.ts';

/** A clock that is taken back to live through former days, never beyond the real one. */
export interface Travelling extends System {
  /** Goes to an hour (UTC, `HH:MM`) of a day, or to now when that is still to come. */
  moveTo(day: Day, hour: string): void;
}

/** The same outside with a clock that can be taken back. */
export function travelling(system: System): Travelling {
  let moment: number | null = null;
  return {
    now: () => (moment === null ? system.now() : new Date(moment)),
    newId: () => system.newId(),
    random: (bytes) => system.random(bytes),
    moveTo(day, hour) {
      moment = Math.min(Date.parse(`${day}T${hour}:00.000Z`), system.now().getTime());
    },
  };
}
