import { describe, expect, it } from 'vitest';
import { pairedDay } from './pairing.rules.ts';
import { zonesOf } from './zones.rules.ts';

const zones = zonesOf('69002 Lyon');

describe('a day is compared with the fair one of last year', () => {
  it.each([
    ['2026-03-10', '2025-03-11', 'jour'],
    ['2026-01-07', '2025-01-08', 'soldes_hiver'],
    ['2027-01-06', '2026-01-07', 'soldes_hiver'],
    ['2028-01-12', '2027-01-06', 'soldes_hiver'],
    ['2028-01-11', '2027-01-05', 'jour_decale'],
    ['2028-02-08', '2027-02-02', 'soldes_hiver'],
    ['2026-02-04', '2025-02-05', 'jour'],
    ['2026-04-05', '2025-04-20', 'paques'],
    ['2026-04-06', '2025-04-21', 'ferie:lundi_de_paques'],
    ['2026-04-20', '2025-04-14', 'jour_decale'],
    ['2026-04-21', '2025-04-22', 'jour'],
    ['2026-05-01', '2025-05-01', 'ferie:fete_du_travail'],
    ['2026-05-07', '2025-05-15', 'jour_decale'],
    ['2026-05-08', '2025-05-08', 'ferie:victoire_1945'],
    ['2028-02-29', '2027-03-02', 'jour'],
    ['2026-05-14', '2025-05-29', 'ferie:ascension'],
    ['2026-05-15', '2025-05-30', 'ascension_pentecote'],
    ['2026-05-25', '2025-06-09', 'ferie:lundi_de_pentecote'],
    ['2026-05-31', '2025-05-25', 'fete_des_meres'],
    ['2028-05-28', '2027-05-30', 'fete_des_meres'],
    ['2026-06-21', '2025-06-15', 'fete_des_peres'],
    ['2026-06-24', '2025-06-25', 'soldes_ete'],
    ['2026-07-13', '2025-07-07', 'soldes_ete:decale'],
    ['2026-07-14', '2025-07-14', 'ferie:fete_nationale'],
    ['2026-11-27', '2025-11-28', 'black_friday'],
    ['2026-11-30', '2025-12-01', 'black_friday'],
    ['2026-12-23', '2025-12-17', 'jour_decale'],
    ['2026-12-24', '2025-12-24', 'noel'],
    ['2027-01-02', '2026-01-03', 'jour'],
    ['2027-05-06', '2026-05-14', 'ferie:ascension'],
  ])('%s with %s (%s)', (day, date, reason) => expect(pairedDay(day, { zones })).toEqual({ date, reason }));

  it('unless the store was closed on it and on its neighbours', () => {
    expect(pairedDay('2026-03-10', { zones, closedOn: (day) => day === '2025-03-11' })).toEqual({
      date: '2025-03-04',
      reason: 'jour_decale',
    });
    expect(pairedDay('2026-03-10', { zones, closedOn: () => true })).toEqual({ date: null, reason: 'non_comparable' });
  });

  it('by the choices of its owner', () => {
    const choices = { noel_start: 20, fete_des_meres: false, fete_des_peres: true };
    expect(pairedDay('2026-12-23', { zones, choices })).toEqual({ date: '2025-12-23', reason: 'noel' });
    // Without the event, the days after Whitsun decide.
    expect(pairedDay('2026-05-31', { zones, choices }).reason).toBe('jour');
  });
});
