import { setTimeout as pause } from 'node:timers/promises';
import { SyncReport } from '@retail-performer/domain/integrations';
import { type Answer, type Call, type KeptLine, keptLine } from './kept-line.ts';
import type { Headers } from './product.ts';
import { daysAgo } from './seeded-chain.ts';

/** The turns in which the figures of one seller and day were sent last, and acknowledged last; 0 is never. */
export interface Kept {
  readonly seller_id: string;
  readonly date: string;
  sent: number;
  acknowledged: number;
}

/** Someone who writes without end. */
export interface Writer {
  readonly kept: readonly Kept[];
  /** How many lines were acknowledged, and how many calls met a fault or a refusal, by what it was. */
  readonly counts: { acknowledged: number; readonly faults: Record<string, number> };
  run(goesOn: () => boolean): Promise<void>;
  close(): void;
}

const firstCents = 100_000;

/** The figures of a turn, as they are stored: each can be told from those of every other turn. */
export const figuresOf = (turn: number) => ({
  ca_journalier: firstCents + turn,
  nb_ventes: turn % 997,
  nb_articles: turn % 1999,
  nb_prospects: turn % 2999,
});

/** The turn whose turnover is stored. */
export const turnOf = (ca_journalier: number): number => ca_journalier - firstCents;

const onTheWire = (turn: number) => ({ ...figuresOf(turn), ca_journalier: figuresOf(turn).ca_journalier / 100 });

/** Sellers who save their days, one after the other. */
export function savingWriter(url: URL, sellers: readonly { id: string; headers: Headers }[], days: number): Writer {
  const places = sellers.flatMap(({ id, headers }) =>
    Array.from({ length: days }, (_, day) => ({ headers, lines: [neverKept(id, day)] })),
  );
  return writerOf(keptLine(url), places, saveOf);
}

const saveOf = ({ headers, lines: [line] }: Place, turn: number): Call => ({
  name: 'save',
  method: 'POST',
  path: '/kpi/seller/entry',
  headers,
  body: { date: line?.date, ...onTheWire(turn) },
});

/** A till that sends the days of some sellers of a store, a day a call. */
export function syncingWriter(
  url: URL,
  { store_id, seller_ids, key }: { store_id: string; seller_ids: readonly string[]; key: string },
  days: number,
): Writer {
  const headers = { 'x-api-key': key };
  const places = Array.from({ length: days }, (_, day) => ({
    headers,
    lines: seller_ids.map((id) => neverKept(id, day)),
  }));
  const callOf = ({ lines }: Place, turn: number): Call => ({
    name: 'sync',
    method: 'POST',
    path: '/integrations/kpi/sync',
    headers,
    body: {
      store_id,
      date: lines[0]?.date,
      kpi_entries: lines.map(({ seller_id }) => ({ seller_id, ...onTheWire(turn) })),
    },
  });
  return writerOf(keptLine(url), places, callOf, isWhole);
}

const isWhole = ({ text }: Answer): boolean => SyncReport.parse(JSON.parse(text)).errors.length === 0;

interface Place {
  readonly headers: Headers;
  readonly lines: readonly Kept[];
}

const neverKept = (seller_id: string, day: number): Kept => ({
  seller_id,
  date: daysAgo(day),
  sent: 0,
  acknowledged: 0,
});

function writerOf(
  line: KeptLine,
  places: readonly Place[],
  callOf: (place: Place, turn: number) => Call,
  isDone: (answer: Answer) => boolean = () => true,
): Writer {
  const counts: Writer['counts'] = { acknowledged: 0, faults: {} };
  return {
    kept: places.flatMap(({ lines }) => lines),
    counts,
    // One call at a time: of two under way nobody could say which one is the last.
    async run(goesOn) {
      for (let turn = 1; goesOn(); turn += 1) {
        const place = places[turn % places.length];
        if (place === undefined) return;
        for (const each of place.lines) each.sent = turn;
        const answer = await line.send(callOf(place, turn));
        if (answer.status === 200 && isDone(answer)) {
          for (const each of place.lines) each.acknowledged = turn;
          counts.acknowledged += place.lines.length;
        } else {
          const fault = answer.status === 200 ? 'partial' : String(answer.status);
          counts.faults[fault] = (counts.faults[fault] ?? 0) + 1;
          await pause(20);
        }
      }
    },
    close: () => line.close(),
  };
}
