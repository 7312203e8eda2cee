import { addDays } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

describe.each(engines)('the business day of a store on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  // Figures are taken up to the day of the calendar, a day is closed up to the business day.
  it.each([
    { now: '2025-12-11T02:59:59Z', timezone: 'Europe/Paris', today: '2025-12-10', calendar: '2025-12-11' },
    { now: '2025-12-11T03:00:00Z', timezone: 'Europe/Paris', today: '2025-12-11', calendar: '2025-12-11' },
    { now: '2025-12-31T23:30:00Z', timezone: 'Europe/Paris', today: '2025-12-31', calendar: '2026-01-01' },
    // Clocks go forward: half past three is still the evening, four is the morning.
    { now: '2026-03-29T01:30:00Z', timezone: 'Europe/Paris', today: '2026-03-28', calendar: '2026-03-29' },
    { now: '2026-03-29T02:00:00Z', timezone: 'Europe/Paris', today: '2026-03-29', calendar: '2026-03-29' },
    // Clocks go back: half past two comes twice.
    { now: '2026-10-25T00:30:00Z', timezone: 'Europe/Paris', today: '2026-10-24', calendar: '2026-10-25' },
    { now: '2026-10-25T01:30:00Z', timezone: 'Europe/Paris', today: '2026-10-24', calendar: '2026-10-25' },
    { now: '2026-10-25T03:00:00Z', timezone: 'Europe/Paris', today: '2026-10-25', calendar: '2026-10-25' },
    { now: '2026-04-12T03:30:00Z', timezone: 'America/Martinique', today: '2026-04-11', calendar: '2026-04-11' },
    { now: '2026-04-11T21:00:00Z', timezone: 'Indian/Reunion', today: '2026-04-11', calendar: '2026-04-12' },
  ])('at $now in $timezone is $today', async ({ now, timezone, today, calendar }) => {
    api.system.moveTo(new Date(now).toISOString());
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { timezone } });
    const on = (date: string) => dayOf(api, 'marie', { date });
    expect(shownIn(await on('today').show())).toMatchObject({ date: today, today });
    const future = '422 params.date DATE_IN_FUTURE';
    expect(outcomeOf(await on(calendar).write('lea', { nb_ventes: 1 }))).toBe('200');
    expect(outcomeOf(await on(addDays(calendar, 1)).write('lea', { nb_ventes: 1 }))).toBe(future);
    expect(outcomeOf(await on(addDays(calendar, 1)).count(1))).toBe(future);
    expect(outcomeOf(await on(addDays(today, 1)).validate(['lea', 'tom']))).toBe(future);
    expect(outcomeOf(await on('today').validate(['lea', 'tom']))).toBe('200');
    expect(shownIn(await on(today).show()).status).toBe('validated');
    expect(outcomeOf(await on(addDays(today, 366)).away('tom'))).toBe('200');
    expect(outcomeOf(await on(addDays(today, 367)).away('tom'))).toBe(future);
  });
});
