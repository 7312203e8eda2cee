import { addDays, cents, type Day } from '@retail-performer/domain/kernel';
import type { Services } from '../compose.ts';
import { dice } from './dice.ts';
import type { OpenStore } from './opening.ts';
import type { SoldDay, TradedDay } from './profiles.model.ts';
import { onLeave, worksOn } from './rota.rules.ts';
import { tradingDay } from './trade.rules.ts';

/** How many of the last days the managers have run in every detail; before that, figures are enough. */
const detailedDays = 120;

const reasons = ['Ticket oublié en fin de journée', 'Vente attribuée à la mauvaise personne', 'Retour saisi en double'];

interface Running {
  readonly services: Services;
  readonly store: OpenStore;
  readonly day: Day;
  readonly today: Day;
}

/** In the morning the manager marks who is off or on leave. */
export async function planDay({ services, store, day, today }: Running): Promise<void> {
  if (day < addDays(today, -detailedDays)) return;
  const { store_id, sellers, manager, demo } = store;
  const facts = tradingDay(day);
  for (const [place, { key }] of demo.profile.sellers.entries()) {
    const seller_id = sellers.get(key)?.user_id;
    if (seller_id === undefined || worksOn(place, facts)) continue;
    const reason = onLeave(place, facts.week) ? 'leave' : 'off';
    await services.days.absences.set(manager, { store_id, date: day, seller_id }, reason);
  }
}

/** In the evening the manager counts visitors at the door, corrects a forgotten sale, and closes the day in one store. */
export async function closeDay({ services, store, day, today }: Running, { sold, footfall }: TradedDay): Promise<void> {
  const { store_id, manager, demo, sellers, till_key } = store;
  const named = { store_id, date: day };
  if (footfall !== null) await services.days.footfalls.set(manager, named, footfall, null);
  if (day < addDays(today, -detailedDays)) return;
  const [first] = sold;
  const forgotten = till_key === null && day < today && dice(demo.profile.key, day, 'forgotten sale') < 0.08;
  if (forgotten && first !== undefined) await correct(services, store, day, first);
  // The last two days are still open, as they are where people have other things to do.
  if (demo.profile.closes !== true || day >= addDays(today, -1)) return;
  const accept_missing = [...sellers.values()].map(({ user_id }) => user_id);
  await services.days.validations.validate(manager, named, { accept_missing, expected: null }, 'fr');
}

async function correct(services: Services, { store_id, sellers, manager }: OpenStore, date: Day, sold: SoldDay) {
  const seller_id = sellers.get(sold.seller)?.user_id;
  if (seller_id === undefined) return;
  const { ca, ventes, articles, prospects, comment } = sold;
  const figures = { ca_journalier: cents(ca + 8900), nb_ventes: ventes + 1, nb_articles: articles + 1 };
  const correction = { ...figures, ...(prospects !== null && { nb_prospects: prospects + 1 }), comment };
  const reason = reasons[Math.floor(dice(sold.seller, date, 'reason') * reasons.length)] ?? null;
  await services.days.corrections.write(manager, { store_id, date, seller_id }, { correction, reason, expected: null });
}
