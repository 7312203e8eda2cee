import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '@retail-performer/domain/kernel';
import { type CoachApp, coachApp, entry } from '../../../test/coach-app.ts';
import { engines } from '../../../test/engines.ts';
import { type ModelServer, modelServer } from '../../../test/model-server.ts';
import { openaiTextModel } from '../../adapters/openai.text-model.ts';
import { AiDocuments, AiUses } from './coaching.collections.ts';

const words = {
  result: 'Sur {{f1}}, ton CA est de {{f2}} pour {{f3}} ventes.',
  focus: 'Tes chiffres se tiennent.',
  best_day: null,
  action: 'Aujourd’hui, pose une question de plus à chaque client.',
};
const zeros = {
  total_ca: 0,
  total_ventes: 0,
  total_articles: 0,
  total_prospects: 0,
  avg_panier_moyen: 0,
  avg_indice_vente: 0,
  taux_transformation: null,
  seller_count: 0,
  count: 0,
};

describe.each(engines)('the review on $name', (engine) => {
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

  const fill = (count: number, figures: readonly [number, number, number, number], from = '2025-12-14', who = 'lea') =>
    coach.write(...Array.from({ length: count }, (_, place) => entry(who, addDays(from, -place), figures)));

  it('of nobody’s figures is a fixed text, zeros and no period, without a call', async () => {
    await fill(5, [900, 9, 9, 30], '2025-12-14', 'tom');
    expect(await coach.post('lea', 'seller-bilan')).toMatchObject({
      status: 200,
      json: {
        figures: zeros,
        period: null,
        generated_by: 'rules',
        fallback_reason: null,
        inputs: [],
        document_id: null,
      },
    });
    expect(server.requests).toHaveLength(0);
    expect(await coach.database.of(AiUses).count({})).toBe(0);
  });

  it('adds up the last thirty entries, ratios being ratios of sums', async () => {
    await fill(31, [1000, 8, 20, 40]);
    await coach.write(entry('lea', '2025-12-15', [100, 2, 2, 20]));
    const { json } = await coach.post('lea', 'seller-bilan');
    expect(json).toMatchObject({
      bilan: expect.stringContaining('Sur 30 jours, ton CA est de 29\u202F100\u202F€ pour 234 ventes.'),
      period: { start: '2025-11-16', end: '2025-12-15' },
      figures: { total_ca: 29_100, total_ventes: 234, avg_panier_moyen: 124.36, seller_count: 1, count: 30 },
      generated_by: 'model',
    });
    expect(json).toMatchObject({
      inputs: expect.arrayContaining([
        { label: 'CA', value: 29_100, unit: 'eur', source: 'kpi_entries' },
        { label: 'Ventes', value: 234, unit: 'count', source: 'kpi_entries' },
      ]),
    });
  });

  it('sends facts and nothing that would name anybody', async () => {
    await fill(3, [1000, 8, 20, 40]);
    await coach.post('lea', 'seller-bilan');
    const sent = JSON.stringify(server.requests[0]?.body.messages);
    expect(sent).toContain('f2 | CA | 3\u202F000\u202F€ | -');
    expect(sent).not.toMatch(/lea|Léa|Karine|lyon|mode/);
  });

  it('is kept until a figure changes, and costs a call only then', async () => {
    await fill(3, [1000, 8, 20, 40]);
    const first = await coach.post('lea', 'seller-bilan');
    expect(first.json).toMatchObject({ generated_by: 'model', document_id: expect.any(String) });
    expect(await coach.post('lea', 'seller-bilan')).toEqual(first);
    expect(server.requests).toHaveLength(1);

    await coach.write(entry('lea', '2025-12-14', [1000.5, 8, 20, 40]));
    expect((await coach.post('lea', 'seller-bilan')).json).toMatchObject({ generated_by: 'model' });
    expect(server.requests).toHaveLength(2);
    expect(await coach.database.of(AiDocuments).count({})).toBe(1);
    const uses = await coach.database.of(AiUses).find({}, { sort: { id: 1 } });
    expect(uses.map(({ outcome }) => outcome)).toEqual(['model', 'cached', 'model']);
  });

  it('of the rules is the same each time, and does not push out the one of the model', async () => {
    await fill(3, [1000, 8, 20, 40]);
    const asked = await coach.post('lea', 'seller-bilan', { mode: 'rules' });
    expect(asked.json).toMatchObject({ generated_by: 'rules', fallback_reason: 'asked' });
    expect(await coach.post('lea', 'seller-bilan', { mode: 'rules' })).toEqual(asked);
    expect(server.requests).toHaveLength(0);

    const model = await coach.post('lea', 'seller-bilan');
    expect(model.json).toMatchObject({ generated_by: 'model' });
    expect((await coach.post('lea', 'seller-bilan', { mode: 'rules' })).json).toMatchObject({ document_id: null });
    expect(await coach.post('lea', 'seller-bilan')).toEqual(model);
  });

  it('asks the model again after a failure', async () => {
    await fill(3, [1000, 8, 20, 40]);
    server.answer({ content: JSON.stringify({ ...words, result: 'Ton CA est de 99 999 €.' }) });
    expect((await coach.post('lea', 'seller-bilan')).json).toMatchObject({ fallback_reason: 'ungrounded' });
    server.answer({ content: JSON.stringify(words) });
    expect((await coach.post('lea', 'seller-bilan')).json).toMatchObject({ generated_by: 'model' });
  });

  it('compares with the thirty entries before, in the language of the caller', async () => {
    await fill(30, [800, 8, 16, 40]);
    await fill(30, [1000, 10, 20, 40], '2025-11-14');
    const { json } = await coach.post('lea', 'seller-bilan', { mode: 'rules' }, 'en');
    expect(json).toMatchObject({ language: 'en', bilan: expect.stringContaining('−20.0%') });
    expect(json).toMatchObject({ bilan: expect.stringMatching(/onversion.*−5\.0\u202Fpts/) });
  });
});
