import { addDays, cents, type Day } from '@retail-performer/domain/kernel';
import type { Services } from '../compose.ts';
import { demoTrace } from './actors.ts';
import type { OpenStore } from './opening.ts';
import type { SoldDay, TradedDay } from './profiles.model.ts';
import { tradeOf } from './figures.rules.ts';
import { closeDay, planDay } from './running.ts';
import type { Travelling } from './travelling.ts';

interface Trading {
  readonly services: Services;
  readonly system: Travelling;
  readonly stores: readonly OpenStore[];
  readonly from: Day;
  readonly today: Day;
  /** Whether a seller still works on a day. */
  readonly worksOn: (seller: string, day: Day) => boolean;
}

/**
 * Lives through every day up to today: managers plan it, sellers enter their figures in the evening, the till sends its
 * own, and managers finish the day.
 */
export async function tradeUpToToday({ services, system, stores, from, today, worksOn }: Trading): Promise<void> {
  for (let day = from; day <= today; day = addDays(day, 1)) {
    for (const store of stores) {
      const trade = tradeOf(store.demo.profile, day, today);
      if (trade === null) continue;
      const sold = trade.sold.filter(({ seller }) => worksOn(seller, day));
      const running = { services, store, day, today };
      system.moveTo(day, '07:30');
      await planDay(running);
      system.moveTo(day, '17:40');
      if (store.till_key === null) await enter(services, store, day, { ...trade, sold });
      else await sync(services, store, day, sold);
      system.moveTo(day, '18:10');
      await closeDay(running, { ...trade, sold });
    }
  }
}

async function enter(services: Services, { sellers }: OpenStore, date: Day, { sold }: TradedDay): Promise<void> {
  for (const { seller, ca, ventes, articles, prospects, comment } of sold) {
    const actor = sellers.get(seller);
    if (actor === undefined) throw new Error(`${seller} does not work here`);
    const counted = prospects === null ? {} : { nb_prospects: prospects };
    const figures = { ca_journalier: cents(ca), nb_ventes: ventes, nb_articles: articles, ...counted };
    await services.entries.saveMine(actor, { date, ...figures, comment }, null);
  }
}

async function sync(
  services: Services,
  { till_key, store_id, sellers }: OpenStore,
  date: Day,
  sold: readonly SoldDay[],
) {
  if (till_key === null || sold.length === 0) return;
  const kpi_entries = sold.map(({ seller, ca, ventes, articles, prospects }) => ({
    seller_id: sellers.get(seller)?.user_id ?? null,
    ca_journalier: ca / 100,
    nb_ventes: ventes,
    nb_articles: articles,
    prospects,
  }));
  const till = await services.machines.identify(till_key, demoTrace);
  const report = await services.syncs.sync(till, { store_id, date, source: 'caisse', kpi_entries }, 'fr');
  if (report.status !== 'success') throw new Error(`The till of the demonstration was refused on ${date}`);
}
