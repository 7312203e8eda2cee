import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../kernel/index.ts';
import { changesNothing, changesTyped, type Correction } from './correction.rules.ts';
import {
  absenceRefusal,
  type DayMember,
  isExpected,
  isMissing,
  mayCloseItself,
  memberState,
  memberStatus,
} from './day.rules.ts';
import { dayCan, type DayStanding } from './day-rights.rules.ts';
import { entryWarnings } from './entry-warning.rules.ts';
import type { KpiEntry } from './kpi.model.ts';

const at = '2025-12-15T08:00:00.000Z';
const bySeller = { by: 'seller', id: 'lea', at } as const;
const entry = (more: Partial<KpiEntry> = {}): KpiEntry => ({
  id: 'e',
  workspace_id: 'mode',
  store_id: 'lyon',
  seller_id: 'lea',
  date: '2025-12-15',
  ca_journalier: cents(90_000),
  nb_ventes: 9,
  nb_articles: 12,
  nb_prospects: 30,
  nb_ventes_with_prospects: 9,
  field_sources: { ca_journalier: bySeller, nb_ventes: bySeller, nb_articles: bySeller, nb_prospects: bySeller },
  comment: null,
  source: 'manual',
  locked: false,
  entered_by: 'lea',
  entered_by_role: 'seller',
  last_reason: null,
  sync_id: null,
  rev: 1,
  created_at: at,
  updated_at: at,
  ...more,
});
const member = (more: Partial<DayMember> = {}): DayMember => ({
  seller_id: 'lea',
  name: 'Léa',
  status: 'active',
  works: true,
  here: true,
  absence: null,
  entry: null,
  elsewhere: false,
  ...more,
});
const absence = { reason: 'leave', by: 'marie', at } as const;
const monday = { date: '2025-12-15', today: '2025-12-15', opens: true };
const locked = entry({ locked: true, source: 'api', entered_by_role: 'api' });

describe('someone’s day', () => {
  it.each<[string, Partial<DayMember>, object, string, boolean]>([
    ['nothing yet', {}, {}, 'missing', true],
    ['nothing on a day to come', {}, { date: '2025-12-16' }, 'none', true],
    ['nothing on a closing day', {}, { opens: false }, 'none', false],
    ['nothing of someone away', { absence }, {}, 'absent', false],
    ['nothing of someone not at work', { works: false, status: 'suspended' }, {}, 'none', false],
    ['figures in another store', { elsewhere: true }, {}, 'none', false],
    ['his own figures', { entry: entry() }, {}, 'entered', true],
    ['his own figures on a closing day', { entry: entry() }, { opens: false }, 'entered', false],
    ['the manager’s', { entry: entry({ entered_by_role: 'manager' }) }, {}, 'corrected', true],
    ['the owner’s', { entry: entry({ entered_by_role: 'gerant' }) }, {}, 'corrected', true],
    ['the till’s', { entry: locked }, {}, 'locked', true],
    ['the till’s, unlocked', { entry: { ...locked, locked: false } }, {}, 'entered', true],
    ['the till’s of someone away', { entry: locked, absence }, {}, 'locked', false],
  ])('with %s is a word', (_, more, setting, state, expected) => {
    const day = { ...monday, ...setting };
    expect(memberState(member(more), day)).toBe(state);
    expect(isExpected(member(more), day.opens)).toBe(expected);
    expect(isMissing(member(more), day)).toBe(state === 'missing');
  });

  it('of a former colleague is told as such', () => {
    expect(memberStatus(member())).toBe('active');
    expect(memberStatus(member({ here: false }))).toBe('former');
    expect(memberStatus(member({ status: 'deleted' }))).toBe('former');
    expect(memberStatus(member({ status: 'suspended' }))).toBe('suspended');
  });
});

describe('a day closes itself', () => {
  const past = { ...monday, today: '2025-12-16' };
  const done = member({ entry: locked });
  it.each<[string, readonly DayMember[], typeof past, Parameters<typeof mayCloseItself>[2], boolean]>([
    ['where all is the till’s', [done, done], past, null, true],
    ['where whoever lacks is away', [done, member({ absence })], past, { status: 'open', reopened_count: 0 }, true],
    ['not where someone lacks', [done, member()], past, null, false],
    ['not where someone typed', [done, member({ entry: entry() })], past, null, false],
    ['not where nobody was expected', [], past, null, false],
    ['not on a closing day', [done], { ...past, opens: false }, null, false],
    ['not before it is over', [done], monday, null, false],
    ['not twice', [done], past, { status: 'validated', reopened_count: 0 }, false],
    ['not after people opened it', [done], past, { status: 'open', reopened_count: 1 }, false],
  ])('%s', (_, members, setting, facts, closes) => {
    expect(mayCloseItself(members, setting, facts)).toBe(closes);
  });
});

it.each([
  ['2025-12-15', null],
  ['2026-12-16', null],
  ['2026-12-17', 'DATE_IN_FUTURE'],
  ['2022-12-15', 'BEFORE_STORE_OPENING'],
  ['2022-12-14', 'DATE_TOO_OLD'],
  ['2024-05-31', 'BEFORE_STORE_OPENING'],
  ['2024-06-01', null],
])('an absence on %s is refused for %s', (date, refusal) => {
  const store = { timezone: 'Europe/Paris', cutoff_hour: 4, opened_on: '2024-06-01' };
  expect(absenceRefusal(date, new Date('2025-12-15T18:00:00.000Z'), store)).toBe(refusal);
});

describe('a correction', () => {
  const all: Correction = {
    ca_journalier: cents(90_000),
    nb_ventes: 9,
    nb_articles: 12,
    nb_prospects: 30,
    comment: null,
  };
  const { nb_prospects: _, ...three } = all;
  const counted = entry({
    nb_prospects: 0,
    field_sources: { ca_journalier: bySeller, nb_ventes: bySeller, nb_articles: bySeller },
  });
  it.each<[string, KpiEntry, Correction, boolean, boolean]>([
    ['the same', entry(), all, true, false],
    ['the same beside a comment', entry({ comment: 'Calme' }), all, true, false],
    ['the same with another comment', entry({ comment: 'Calme' }), { ...all, comment: 'Agité' }, false, false],
    ['another figure', entry(), { ...all, nb_ventes: 10 }, false, true],
    ['a figure less', entry(), three, false, true],
    ['a zero where nothing was given', counted, { ...all, nb_prospects: 0 }, false, false],
    ['a figure more', counted, all, false, false],
  ])('that says %s', (__, there, correction, nothing, typed) => {
    expect(changesNothing(there, correction)).toBe(nothing);
    expect(changesTyped(there, correction)).toBe(typed);
  });
});

describe('the warnings of an entry', () => {
  const mondays = (...amounts: number[]) => amounts.map((amount) => entry({ ca_journalier: cents(amount * 100) }));
  const codes = (of: KpiEntry, past: readonly KpiEntry[]) =>
    entryWarnings(of, past).map(({ field, code }) => `${field} ${code}`);
  it('look at the last eight of the same weekday, from five on', () => {
    const far = entry({ ca_journalier: cents(400_000) });
    expect(codes(far, mondays(1000, 1000, 1000, 1000))).toEqual([]);
    expect(codes(far, mondays(1000, 1000, 1000, 1000, 1000))).toEqual(['ca_journalier FAR_FROM_USUAL']);
    expect(codes(far, mondays(...Array(8).fill(4000), ...Array(8).fill(1000)))).toEqual([]);
  });

  it('never speak of what was not given', () =>
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (nb_ventes, nb_articles) => {
        const bare = entry({ nb_ventes, nb_articles, field_sources: { nb_ventes: bySeller } });
        expect(codes(bare, mondays(1, 1, 1, 1, 1)).filter((each) => !each.startsWith('nb_ventes'))).toEqual([]);
      }),
    ));
});

describe('what a reader may do with a day', () => {
  const free: DayStanding = {
    block_code: null,
    store_open: true,
    validated: false,
    date_refusal: null,
    after_today: false,
    owns: true,
    any_locked: true,
  };
  const none = { enter: false, footfall: false, validate: false, reopen: false, unlock: false };
  it.each<[string, Partial<DayStanding>, object]>([
    ['everything', {}, { enter: true, footfall: true, validate: true, reopen: false, unlock: true, reason_code: null }],
    ['all but unlock as a manager', { owns: false }, { enter: true, unlock: false }],
    ['all but close a day to come', { after_today: true }, { enter: true, validate: false }],
    ['reopen what is closed', { validated: true }, { ...none, reopen: true, reason_code: 'DAY_VALIDATED' }],
    [
      'nothing in a store that is not open',
      { store_open: false, validated: true },
      { ...none, reason_code: 'STORE_NOT_OPEN' },
    ],
    ['nothing of a day too old', { date_refusal: 'DATE_TOO_OLD' }, { ...none, reason_code: 'DATE_TOO_OLD' }],
    [
      'nothing in a space to read',
      { block_code: 'TRIAL_EXPIRED', validated: true },
      { ...none, reason_code: 'TRIAL_EXPIRED' },
    ],
  ])('is %s', (_, more, can) => {
    expect(dayCan({ ...free, ...more })).toMatchObject(can);
  });
});
