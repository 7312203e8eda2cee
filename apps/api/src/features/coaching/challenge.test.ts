import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoachApp, coachApp, entry } from '../../../test/coach-app.ts';
import { engines } from '../../../test/engines.ts';
import { type ModelServer, modelServer } from '../../../test/model-server.ts';
import { openaiTextModel } from '../../adapters/openai.text-model.ts';
import { AiDocuments, DailyChallenges } from './coaching.collections.ts';

const words = {
  title: 'Un bonjour à chacun',
  description: 'Aujourd’hui, dis bonjour à chaque personne qui entre.',
  tip: null,
  examples: ['Bonjour, je suis à vous.'],
  reason: null,
};

describe.each(engines)('the daily challenge on $name', (engine) => {
  let server: ModelServer;
  let coach: CoachApp;
  beforeEach(async () => {
    server = await modelServer({ content: JSON.stringify(words) });
    coach = await coachApp(
      engine,
      openaiTextModel({ api_key: 'key', base_url: server.url, model: 'gpt-4o', now: () => 0 }),
    );
  });
  afterEach(async () => {
    await coach.close();
    await server.close();
  });

  it('is worded by the model, chosen by the rules, and the same all day', async () => {
    const first = await coach.post('lea', 'daily-challenge');
    expect(first.status).toBe(200);
    // 2025-12-15 is 20 437 days after 1970-01-01, and 20 437 mod 5 is 2.
    expect(first.json).toMatchObject({
      ...words,
      competence: 'argumentation',
      difficulty: 'normal',
      date: '2025-12-15',
      generated_by: 'model',
      fallback_reason: null,
      language: 'fr',
      inputs: [{ value: 'Argumentation' }, { value: 'normale' }, { value: 'neutre' }, { value: 'aucune' }],
    });
    expect(await coach.post('lea', 'daily-challenge', { mode: 'rules' }, 'en')).toEqual(first);
    expect(await coach.post('lea', 'daily-challenge', {})).toEqual(first);
    expect(server.requests).toHaveLength(1);
    expect(await coach.database.of(AiDocuments).find({})).toMatchObject([
      { subject_id: 'lea', feature: 'daily_challenge' },
    ]);
  });

  it('changes with the business day, which ends at 4 in the morning', async () => {
    const evening = await coach.post('lea', 'daily-challenge');
    coach.clock.now = '2025-12-16T02:59:00.000Z';
    expect(await coach.post('lea', 'daily-challenge')).toEqual(evening);
    coach.clock.now = '2025-12-16T03:00:00.000Z';
    expect((await coach.post('lea', 'daily-challenge')).json).toMatchObject({
      date: '2025-12-16',
      competence: 'closing',
    });
    expect(await coach.database.of(DailyChallenges).count({})).toBe(2);
  });

  it('is one row when two calls race', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => coach.post('lea', 'daily-challenge')));
    expect(one?.status).toBe(200);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(await coach.database.of(DailyChallenges).count({})).toBe(1);
    expect(await coach.database.of(AiDocuments).count({})).toBe(1);
  });

  it('needs no entry and no store, and belongs to one seller', async () => {
    expect(await coach.post('eve', 'daily-challenge', undefined, 'en')).toMatchObject({
      status: 200,
      json: { generated_by: 'rules', fallback_reason: 'invalid', language: 'en' },
    });
    await coach.post('lea', 'daily-challenge');
    const rows = await coach.database.of(DailyChallenges).find({}, { sort: { seller_id: 1 } });
    expect(rows).toMatchObject([
      { seller_id: 'eve', store_id: null },
      { seller_id: 'lea', store_id: 'lyon' },
    ]);
  });

  it('knows the sales of the last seven entries as a word, never as a figure', async () => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08'];
    await coach.write(...days.map((day) => entry('lea', `2025-12-${day}`, [900, day === '01' ? 500 : 2, 20, 40])));
    const { json } = await coach.post('lea', 'daily-challenge', { mode: 'rules' });
    expect(json).toMatchObject({
      generated_by: 'rules',
      fallback_reason: 'asked',
      inputs: [{}, {}, {}, { value: 'peu' }],
    });
    expect(JSON.stringify(json)).not.toContain('500');
    expect(server.requests).toHaveLength(0);
  });

  it('is written by the rules, and kept, when the model brings a figure', async () => {
    server.answer({ content: JSON.stringify({ ...words, description: 'Vends 12 articles avant midi.' }) });
    const first = await coach.post('lea', 'daily-challenge');
    expect(first.json).toMatchObject({ generated_by: 'rules', fallback_reason: 'ungrounded' });
    server.answer({ content: JSON.stringify(words) });
    expect(await coach.post('lea', 'daily-challenge')).toEqual(first);
  });
});
