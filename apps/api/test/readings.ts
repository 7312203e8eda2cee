import { SellerCalendar, SellerDay, SellerHome, SellerResults } from '@retail-performer/domain/kpis';
import { StoreCalendar, StoreSummary, TeamSummary } from '@retail-performer/domain/kpis';
import type { z } from 'zod';
import type { TestApp } from './test-app.ts';

/** Reads what someone is shown, decoded by the contract: money is in whole cents, and compared exactly. */
export function readingsOf(api: TestApp) {
  const read = async <S extends z.ZodType>(schema: S, who: string, path: string): Promise<z.output<S>> => {
    const { status, json } = await api.get(who, path);
    if (status !== 200) throw new Error(`${who} ${path}: ${status} ${JSON.stringify(json)}`);
    return schema.parse(json);
  };
  return {
    summary: (query = '', who = 'marie', store = 'lyon') =>
      read(StoreSummary, who, `/stores/${store}/summary?${query}`),
    team: (query = '', who = 'marie', store = 'lyon') => read(TeamSummary, who, `/stores/${store}/team?${query}`),
    month: (month: string, who = 'marie', store = 'lyon') =>
      read(StoreCalendar, who, `/stores/${store}/calendar?month=${month}`),
    home: (who = 'lea', query = '') => read(SellerHome, who, `/me/home?${query}`),
    results: (query = '', who = 'lea') => read(SellerResults, who, `/me/results?${query}`),
    day: (date: string, who = 'lea') => read(SellerDay, who, `/me/entries/${date}`),
    mine: (month: string, who = 'lea') => read(SellerCalendar, who, `/me/calendar?month=${month}`),
  };
}
