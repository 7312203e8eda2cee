import { expect, it } from 'vitest';
import { fixedSystem } from '../test/test-app.ts';
import { textModelOf } from './compose-coach.ts';
import { readConfig } from './core/config.ts';

const modelsOf = (variables: Readonly<Record<string, string>>) => {
  const model = textModelOf(readConfig({ APP_ENV: 'test', ...variables }), fixedSystem());
  return (['seller_diagnostic', 'daily_challenge', 'seller_review'] as const).map((feature) => model.modelOf(feature));
};

it('asks the model of the installation, or the one that is named for a kind of text', () => {
  const key = { OPENAI_API_KEY: 'key' };
  expect(modelsOf(key)).toEqual(['gpt-5', 'gpt-5', 'gpt-5']);
  expect(modelsOf({ ...key, AI_MODEL: 'large', AI_MODEL_DAILY_CHALLENGE: 'small' })).toEqual([
    'large',
    'small',
    'large',
  ]);
  expect(modelsOf({ AI_MODEL: 'large' })).toEqual([null, null, null]);
});
