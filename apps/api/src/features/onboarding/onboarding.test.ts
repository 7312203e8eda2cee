import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { paying } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { OnboardingProgresses } from './onboarding.repository.ts';

const path = '/onboarding/progress';

describe.each(engines)('the first steps, on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => void (api = await testApp(engine)));
  afterAll(async () => api.close());

  it('begin at nothing for every role, and asking stores nothing', async () => {
    for (const who of ['admin', 'gerant-mode', 'marie', 'lea']) {
      expect(await api.get(who, path)).toMatchObject({
        status: 200,
        json: {
          user_id: who,
          current_step: 0,
          completed_steps: [],
          is_completed: false,
          completed_at: null,
          dismissed_at: null,
          last_updated: '2025-12-15T18:00:00.000Z',
          steps: [],
        },
      });
    }
    expect(await api.database.of(OnboardingProgresses).count({})).toBe(0);
  });

  it('are kept key by key, the steps unique and ascending', async () => {
    const saved = await api.post('lea', path, { current_step: 2, completed_steps: [3, 0, 3, 1], unknown: true });
    expect(saved).toMatchObject({ status: 200, json: { current_step: 2, completed_steps: [0, 1, 3] } });
    api.system.moveTo('2025-12-15T18:05:00.000Z');
    const later = await api.post('lea', path, { dismissed: true });
    expect(later.json).toMatchObject({ current_step: 2, completed_steps: [0, 1, 3], is_completed: false });
    expect(later.json).toMatchObject({ dismissed_at: '2025-12-15T18:05:00.000Z' });
    api.system.moveTo('2025-12-15T18:06:00.000Z');
    const touched = await api.post('lea', path, {});
    expect(touched.json).toEqual({ ...Object(later.json), last_updated: '2025-12-15T18:06:00.000Z' });
    expect((await api.get('lea', path)).json).toEqual(touched.json);
    expect((await api.get('tom', path)).json).toMatchObject({ current_step: 0, completed_steps: [] });
  });

  it('lose nothing when two devices save at once', async () => {
    const replies = await Promise.all([
      api.post('ines', path, { current_step: 4 }),
      api.post('ines', path, { completed_steps: [1, 2] }),
      api.post('ines', path, { dismissed: true }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { json } = await api.get('ines', path);
    expect(json).toMatchObject({ current_step: 4, completed_steps: [1, 2], dismissed_at: expect.any(String) });
    expect(await api.database.of(OnboardingProgresses).count({ user_id: 'ines' })).toBe(1);
  });

  it('end once: the instant and the steps stay', async () => {
    await api.post('marie', path, { completed_steps: [0, 2] });
    api.system.moveTo('2025-12-16T08:00:00.000Z');
    const ended = await api.post('marie', '/onboarding/complete');
    expect(ended).toMatchObject({ status: 200, json: { success: true, message: 'Les premiers pas sont terminés.' } });
    const before = (await api.get('marie', path)).json;
    expect(before).toMatchObject({ completed_steps: [0, 2], is_completed: true });
    expect(before).toMatchObject({ completed_at: '2025-12-16T08:00:00.000Z' });
    api.system.moveTo('2025-12-17T08:00:00.000Z');
    const english = await api.post('marie', '/onboarding/complete', {}, { 'accept-language': 'en' });
    expect(english.json).toEqual({ success: true, message: 'The first steps are done.' });
    expect((await api.get('marie', path)).json).toEqual(before);
  });

  it('can be ended without having been begun', async () => {
    await api.post('zoe', '/onboarding/complete');
    expect((await api.get('zoe', path)).json).toMatchObject({ is_completed: true, current_step: 0 });
  });

  it.each([
    [{ current_step: 51 }, 'current_step', 'TOO_LARGE'],
    [{ current_step: -1 }, 'current_step', 'TOO_SMALL'],
    [{ current_step: '1' }, 'current_step', 'INVALID_TYPE'],
    [{ completed_steps: [1, 51] }, 'completed_steps.1', 'TOO_LARGE'],
    [{ completed_steps: Array.from({ length: 51 }, () => 1) }, 'completed_steps', 'TOO_MANY_ITEMS'],
    [{ is_completed: 'yes' }, 'is_completed', 'INVALID_TYPE'],
  ])('refuse %j', async (body, at, code) => {
    const reply = await api.post('tom', path, body);
    expect(reply).toMatchObject({ status: 422, json: { code: 'VALIDATION', errors: [{ path: at, code }] } });
  });
});

it('The first steps go on in a space that can only be read', async () => {
  const api = await testApp(engines[0], paying);
  expect(await api.post('gerant-mode', path, { current_step: 1 })).toMatchObject({ status: 200 });
  expect(await api.post('gerant-mode', '/onboarding/complete')).toMatchObject({ status: 200 });
  await api.close();
});
