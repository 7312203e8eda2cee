import { describe, expect, it } from 'vitest';
import { changesOf, toldOf } from './changes.ts';

const row = { name: 'Lyon', phone: '04', days: [1, 2], opened_on: null as string | null };

describe('A change', () => {
  it('is what differs from what is there', () => {
    expect(changesOf(row, { name: 'Lyon', phone: undefined, days: [1, 3], opened_on: '2024-01-01' })).toEqual({
      before: { days: [1, 2], opened_on: null },
      after: { days: [1, 3], opened_on: '2024-01-01' },
    });
  });

  it('is none where everything is as it is said', () => {
    expect(changesOf(row, {})).toBeNull();
    expect(changesOf(row, { ...row, days: [1, 2] })).toBeNull();
  });

  it('is told with the values of some fields, and the mere names of the others', () => {
    const change = changesOf(row, { name: 'Lyon 2', phone: '05', opened_on: '2024-01-01' });
    expect(change && toldOf(change, ['opened_on', 'days'])).toEqual({
      before: { opened_on: null },
      after: { opened_on: '2024-01-01', changed: ['name', 'phone'] },
    });
    expect(toldOf({ before: { phone: '04' }, after: { phone: '05' } }, ['phone'])).toEqual({
      before: { phone: '04' },
      after: { phone: '05' },
    });
  });
});
