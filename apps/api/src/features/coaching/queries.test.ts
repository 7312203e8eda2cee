import { addDays } from '@retail-performer/domain/kernel';
import { expect, it } from 'vitest';
import { coachApp, entry } from '../../../test/coach-app.ts';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { rulesTextModel } from '../../adapters/rules.text-model.ts';
import type { ObservedQuery } from '../../core/database/observed.ts';

it('every query of the coach uses an index, and a review needs few of them', async () => {
  const queries: ObservedQuery[] = [];
  for (const engine of engines) {
    const coach = await coachApp(engine, rulesTextModel, { record: (query) => queries.push(query) });
    await coach.write(...[1, 2, 3].map((n) => entry('lea', addDays('2025-12-14', -n), [1000, 8, 20, 40])));
    await coach.post('lea', 'diagnostic', [{ question: 'a', answer: 'b' }]);
    await coach.post('lea', 'daily-challenge');
    await coach.post('lea', 'daily-challenge');
    queries.length = 0;
    await coach.post('lea', 'seller-bilan');
    expect(queries.length).toBeLessThanOrEqual(6);
    await coach.post('lea', 'daily-challenge', {}, 'en');
    coach.clock.now = '2025-12-16T12:00:00.000Z';
    await coach.post('lea', 'daily-challenge');
    await coach.close();
    await expectIndexed(queries);
  }
});
