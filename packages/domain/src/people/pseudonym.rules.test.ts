import { expect, it } from 'vitest';
import { pseudonymOf } from './pseudonym.rules.ts';

it('is the same for one person for ever, says what he was, and differs between colleagues', () => {
  const lea = pseudonymOf({ id: '0196b1d2-lea', role: 'seller' }, 'fr');
  expect(lea).toMatch(/^Ancien vendeur \d{4}$/);
  expect(pseudonymOf({ id: '0196b1d2-lea', role: 'seller' }, 'fr')).toBe(lea);
  expect(pseudonymOf({ id: '0196b1d2-tom', role: 'seller' }, 'fr')).not.toBe(lea);
  expect(pseudonymOf({ id: '0196b1d2-marie', role: 'manager' }, 'en')).toMatch(/^Former manager \d{4}$/);
});
