import { addDays } from '@retail-performer/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoachApp, coachApp, entry } from '../../../test/coach-app.ts';
import { engines } from '../../../test/engines.ts';
import { type ModelServer, modelServer } from '../../../test/model-server.ts';
import { openaiTextModel } from '../../adapters/openai.text-model.ts';

const answers = [{ question: 'Comment travailles-tu ?', answer: 'Avec méthode.' }];
const words = { strengths: ['Tu prépares tes réponses avec soin.'], weaknesses: ['Pose une question de plus.'] };

describe.each(engines)('the quota of the coach on $name', (engine) => {
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

  const ask = (who = 'lea', query = '') => coach.post(who, `diagnostic${query}`, answers);
  async function askOften(times: number, who = 'lea') {
    const replies = [];
    for (let time = 0; time < times; time += 1) replies.push(await ask(who));
    return replies.map(({ status }) => status);
  }
  const minute = (n: number) => {
    coach.clock.now = `2025-12-15T18:${String(n).padStart(2, '0')}:30.000Z`;
  };

  it('is 20 calls a minute, while the rules stay free', async () => {
    expect(new Set(await askOften(20))).toEqual(new Set([200]));
    expect(await ask()).toMatchObject({
      status: 429,
      retry_after: '60',
      json: { code: 'AI_QUOTA_REACHED', retry_after: 60, detail: expect.stringContaining('IA') },
    });
    expect((await ask('lea', '?mode=rules')).json).toMatchObject({ fallback_reason: 'asked' });
    expect(await ask('tom')).toMatchObject({ status: 200 });
    minute(1);
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('is 100 calls a day per seller and 40 per active seller of the space', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      minute(n);
      await askOften(20);
    }
    minute(6);
    expect(await ask()).toMatchObject({ status: 429, json: { code: 'AI_QUOTA_REACHED' } });
    // Three active sellers: 120 a day, of which 20 are left.
    expect(new Set(await askOften(20, 'tom'))).toEqual(new Set([200]));
    minute(7);
    expect(await ask('tom')).toMatchObject({ status: 429 });
    expect(await ask('sam')).toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(121);
    coach.clock.now = '2025-12-16T08:00:00.000Z';
    expect(await ask()).toMatchObject({ status: 200 });
  });

  it('gives the day back when no text came of a call', async () => {
    server.answer({ content: 'Bonjour' });
    for (const n of [1, 2, 3, 4, 5, 6]) {
      minute(n);
      expect(new Set(await askOften(20))).toEqual(new Set([200]));
    }
    server.answer({ content: JSON.stringify(words) });
    minute(7);
    expect((await ask()).json).toMatchObject({ generated_by: 'model' });
  });

  it('does not count a challenge read again, a review kept, or nothing to review', async () => {
    await coach.write(...[1, 2, 3].map((n) => entry('tom', addDays('2025-12-14', -n), [1000, 8, 20, 40])));
    const before = await coach.post('tom', 'daily-challenge', { mode: 'rules' });
    for (let time = 0; time < 25; time += 1) {
      expect(await coach.post('tom', 'daily-challenge')).toEqual(before);
      expect(await coach.post('lea', 'seller-bilan')).toMatchObject({ status: 200 });
    }
    expect(server.requests).toHaveLength(0);
  });
});
