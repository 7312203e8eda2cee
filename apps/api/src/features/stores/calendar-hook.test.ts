import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { chainServices } from '../../compose-people.ts';
import type { ActorOf } from '../../core/actor.ts';
import { unitOf } from '../../core/unit.ts';
import { recordsAt } from '../../records.ts';

const gerant: ActorOf<'gerant'> = {
  role: 'gerant',
  user_id: 'gerant-mode',
  session_id: 'session',
  workspace_id: 'mode',
  locale: 'fr',
  is_demo: false,
  trace: { request_id: 'request', ip_prefix: null },
  space: { read_only: false, block_code: null },
};
const day = { date_from: '2025-12-24', date_to: '2025-12-24', label: 'Noël' };

describe.each(engines)('What decides on which days a store may be compared ($name)', (engine) => {
  let api: TestApp;
  let told: string[] = [];
  beforeEach(async () => {
    told = [];
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  function chain(calendarChanged = async (id: string) => void told.push(id)) {
    const { database, system, services } = api;
    const data = unitOf(database, (at) => recordsAt(at, system));
    const { stores, billing, mails, links } = services;
    return chainServices({
      data,
      system,
      stores,
      billing,
      mails,
      links,
      calendarChanged: (_, id) => calendarChanged(id),
    });
  }
  type Chain = ReturnType<typeof chain>;
  const edit = (patch: object) => (on: Chain) => on.storeLives.editing.edit(gerant, 'lyon', patch, null);

  it.each<[string, (on: Chain) => Promise<unknown>]>([
    ['the day of opening', edit({ opened_on: '2024-01-02' })],
    ['another sales zone', edit({ location: '57000 Metz' })],
    ['opening days', (on) => on.storeLives.settings.edit(gerant, 'lyon', { opening_days: [1] }, null)],
    ['a closure', (on) => on.storeCalendars.closures.add(gerant, 'lyon', { ...day, kind: 'closed' })],
    ['works', (on) => on.storeCalendars.events.add(gerant, 'lyon', { ...day, kind: 'works', note: null })],
    ['a suspension', (on) => on.storeLives.status.suspend(gerant, 'lyon')],
    ['a closing', (on) => on.storeLives.status.close(gerant, 'lyon')],
  ])('is told of %s', async (_, act) => {
    await act(chain());
    expect(told).toEqual(['lyon']);
  });

  it.each<[string, (on: Chain) => Promise<unknown>]>([
    ['another name or time zone', edit({ name: 'Lyon Bellecour', timezone: 'Indian/Reunion' })],
    ['another place of the same zones', edit({ location: '69003 Lyon' })],
    ['the same opening day', edit({ opened_on: null })],
    ['automatic validation', (on) => on.storeLives.settings.edit(gerant, 'lyon', { auto_validate: false }, null)],
    ['a promotion', (on) => on.storeCalendars.events.add(gerant, 'lyon', { ...day, kind: 'promotion', note: null })],
  ])('is not told of %s', async (_, act) => {
    await act(chain());
    expect(told).toEqual([]);
  });

  it('is told of what is taken back, and of a store that opens again', async () => {
    const { storeCalendars, storeLives } = chain();
    const closure = await storeCalendars.closures.add(gerant, 'lyon', { ...day, kind: 'closed' });
    const works = await storeCalendars.events.add(gerant, 'lyon', { ...day, kind: 'works', note: null });
    await storeLives.status.suspend(gerant, 'lyon');
    told = [];
    await storeCalendars.closures.remove(gerant, 'lyon', closure.id);
    await storeCalendars.events.remove(gerant, 'lyon', works.id);
    await storeLives.status.reopen(gerant, 'lyon');
    expect(told).toEqual(['lyon', 'lyon', 'lyon']);
  });

  it('undoes the change when it fails', async () => {
    const failing = chain(async () => Promise.reject(new Error('No roll-up')));
    await expect(failing.storeLives.status.close(gerant, 'lyon')).rejects.toThrow('No roll-up');
    await expect(failing.storeCalendars.closures.add(gerant, 'lyon', { ...day, kind: 'closed' })).rejects.toThrow(
      'No roll-up',
    );
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ json: { status: 'open', rev: 1 } });
    expect(await api.get('lea', '/auth/me')).toMatchObject({ status: 200 });
    expect(await api.get('gerant-mode', '/stores/lyon/closures')).toMatchObject({ json: { items: [] } });
  });
});
