import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited, statusesOf, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { StoreClosures } from './store-closure.repository.ts';

const closed = (date_from: string, date_to = date_from, more: object = {}) => ({
  date_from,
  date_to,
  kind: 'closed',
  label: 'Inventaire',
  ...more,
});

describe.each(engines)('The dates of a store ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, null, { trial_end: '2025-12-28T08:00:00.000Z' });
  });
  afterEach(() => api.close());
  const close = (body: object, who = 'marie') => api.post(who, '/stores/lyon/closures', body);
  const note = (body: object, who = 'marie') => api.post(who, '/stores/lyon/events', body);
  const overlap = { status: 409, json: { code: 'CLOSURE_OVERLAP' } };

  it('are its closed days and its openings against the habit, by date', async () => {
    expect(await close(closed('2025-12-31', '2026-01-02'))).toMatchObject({
      status: 200,
      json: {
        store_id: 'lyon',
        date_from: '2025-12-31',
        date_to: '2026-01-02',
        kind: 'closed',
        label: 'Inventaire',
        created_by: 'marie',
        created_at: '2025-12-15T18:00:00.000Z',
      },
    });
    await close(closed('2025-12-21', '2025-12-21', { kind: 'exceptional_opening', label: undefined }), 'gerant-mode');
    expect(await api.get('marie', '/stores/lyon/closures')).toMatchObject({
      json: {
        items: [
          { kind: 'exceptional_opening', label: '', date_from: '2025-12-21' },
          { kind: 'closed', date_from: '2025-12-31' },
        ],
        next_cursor: null,
      },
    });
    expect(await audited(api, 'closure.created')).toMatchObject([
      {
        actor_id: 'marie',
        store_id: 'lyon',
        after: { kind: 'closed', date_from: '2025-12-31', date_to: '2026-01-02' },
      },
      { actor_id: 'gerant-mode' },
    ]);
  });

  it('never close a day twice, though a closed day may be opened after all', async () => {
    await close(closed('2025-12-24', '2025-12-26'));
    for (const dates of [['2025-12-26'], ['2025-12-20', '2025-12-24'], ['2025-12-25'], ['2025-12-01', '2025-12-31']]) {
      expect(await close(closed(String(dates[0]), dates[1]))).toMatchObject(overlap);
    }
    expect(await close(closed('2025-12-27'))).toMatchObject({ status: 200 });
    expect(await close(closed('2025-12-23'))).toMatchObject({ status: 200 });
    expect(await close(closed('2025-12-25', '2025-12-25', { kind: 'exceptional_opening' }))).toMatchObject({
      status: 200,
    });
    const elsewhere = await api.post('paul', '/stores/paris/closures', closed('2025-12-25'));
    expect(elsewhere).toMatchObject({ status: 200 });
  });

  it('never close a day twice when two people do it at once', async () => {
    const days = ['2025-12-24', '2025-12-25', '2025-12-26', '2025-12-24'];
    await Promise.all(['marie', 'gerant-mode'].map((who) => api.get(who, '/auth/me')));
    const replies = await Promise.all(
      days.map((day, place) => close(closed(day, '2025-12-26'), place % 2 ? 'marie' : 'gerant-mode')),
    );
    expect(statusesOf(replies)).toEqual([200, 409, 409, 409]);
    expect(await api.database.of(StoreClosures).count({})).toBe(1);
  });

  it('are in order, and at most 366', async () => {
    const wrong = [
      [closed('2025-12-26', '2025-12-25'), 'date_to', 'INVALID_RANGE'],
      [closed('2025-01-01', '2026-01-02'), 'date_to', 'RANGE_TOO_WIDE'],
      [closed('2025-02-30', '2025-03-01'), 'date_from', 'INVALID_DATE'],
      [closed('2025-12-25', '2025-12-25', { kind: 'holiday' }), 'kind', 'INVALID_ENUM'],
      [closed('2025-12-25', '2025-12-25', { label: 'x'.repeat(81) }), 'label', 'TOO_LONG'],
    ] as const;
    for (const [body, path, code] of wrong) {
      expect(await close(body)).toMatchObject({ status: 422, json: { errors: [{ path, code }] } });
    }
    expect(await close(closed('2025-01-01', '2026-01-01'))).toMatchObject({ status: 200 });
  });

  it('explain figures: each sort of event once a day', async () => {
    const works = {
      date_from: '2025-11-03',
      date_to: '2025-11-14',
      kind: 'works',
      label: 'Façade',
      note: 'Échafaudage',
    };
    expect(await note(works)).toMatchObject({ status: 200, json: { ...works, created_by: 'marie' } });
    expect(await note({ ...works, date_to: '2025-11-03' })).toMatchObject(overlap);
    expect(await note({ ...works, kind: 'promotion', note: undefined })).toMatchObject({ json: { note: null } });
    expect(await note({ ...works, kind: 'other', label: '' })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'label', code: 'REQUIRED' }] },
    });
    expect(await api.get('gerant-mode', '/stores/lyon/events')).toMatchObject({
      json: { items: [{ kind: 'works' }, { kind: 'promotion' }], next_cursor: null },
    });
    expect(await audited(api, 'event.created')).toHaveLength(2);
  });

  it('are read page by page, none lost or shown twice when some begin the same day', async () => {
    const dates = ['2025-12-20', '2025-12-24', '2025-12-24', '2026-01-02'];
    const kinds = ['closed', 'closed', 'exceptional_opening', 'closed'];
    for (const [at, date] of dates.entries()) await close(closed(date, date, { kind: kinds[at] }));
    for (const kind of ['works', 'promotion', 'other'])
      await note({ date_from: '2025-12-24', date_to: '2025-12-24', kind, label: kind });
    for (const [list, count] of [
      ['closures', 4],
      ['events', 3],
    ] as const) {
      const path = `/stores/lyon/${list}`;
      const all = Object((await api.get('marie', path)).json).items;
      const first = Object((await api.get('marie', `${path}?limit=2`)).json);
      const rest = Object((await api.get('marie', `${path}?limit=2&cursor=${first.next_cursor}`)).json);
      expect([...first.items, ...rest.items]).toEqual(all);
      expect([all.length, rest.next_cursor]).toEqual([count, null]);
      const elsewhere = await api.get('gerant-mode', `/stores/paris/${list}?cursor=${first.next_cursor}`);
      for (const reply of [elsewhere, await api.get('marie', `${path}?cursor=page-2`)])
        expect(reply).toMatchObject({
          status: 422,
          json: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] },
        });
      expect(await api.get('marie', `${path}?limit=101`)).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'query.limit', code: 'TOO_LARGE' }] },
      });
    }
    const { next_cursor } = Object((await api.get('marie', '/stores/lyon/closures?limit=2')).json);
    expect(await api.get('marie', `/stores/lyon/events?cursor=${next_cursor}`)).toMatchObject({ status: 422 });
  });

  it('can be taken back, once', async () => {
    const closure = textAt(await close(closed('2025-12-24')), 'id');
    const event = textAt(
      await note({ date_from: '2025-12-24', date_to: '2025-12-24', kind: 'other', label: 'Fête' }),
      'id',
    );
    for (const [path, noun] of [
      [`/stores/lyon/closures/${closure}`, 'closure'],
      [`/stores/lyon/events/${event}`, 'event'],
    ] as const) {
      const elsewhere = path.replace('lyon', 'paris');
      expect(await api.remove('paul', elsewhere)).toMatchObject({ status: 404, json: { resource: noun } });
      expect(await api.remove('paul', path)).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
      expect(await api.remove('marie', path)).toMatchObject({
        status: 200,
        json: { success: true, message: 'C’est supprimé.' },
      });
      expect(await api.remove('marie', path)).toMatchObject({ status: 404, json: { resource: noun } });
      expect(await audited(api, `${noun}.deleted`)).toMatchObject([{ before: { date_from: '2025-12-24' } }]);
    }
    expect(await close(closed('2025-12-24'))).toMatchObject({ status: 200 });
  });

  it('are noted once, however often the same request arrives', async () => {
    const headers = { 'idempotency-key': 'christmas' };
    const first = await api.post('marie', '/stores/lyon/closures', closed('2025-12-25'), headers);
    const again = await api.post('marie', '/stores/lyon/closures', closed('2025-12-25'), headers);
    expect(again).toMatchObject({ status: 200, json: first.json });
  });

  it('can be read, not changed, once the trial is over', async () => {
    const id = textAt(await close(closed('2025-12-24')), 'id');
    await given(api, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    const refused = { status: 403, json: { code: 'TRIAL_EXPIRED' } };
    expect(await api.get('marie', '/stores/lyon/closures')).toMatchObject({ status: 200 });
    expect(await close(closed('2025-12-26'))).toMatchObject(refused);
    expect(await api.remove('marie', `/stores/lyon/closures/${id}`)).toMatchObject(refused);
    expect(await api.remove('marie', '/stores/lyon/closures/nowhere')).toMatchObject({ status: 404 });
  });
});
