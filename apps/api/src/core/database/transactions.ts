import { AsyncLocalStorage } from 'node:async_hooks';
import { type Database, DatabaseUnavailableError, type Transaction } from './collection.ts';
import { type Engine, surrounded } from './engine.ts';
import { collectionsOver } from './typed.ts';

type Begin = <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>;

const writes: ReadonlySet<keyof Engine> = new Set(['insert', 'update', 'upsert', 'increment', 'remove']);

/**
 * The transactions of an engine with their rules: one is over after `limitMs` milliseconds at most, its
 * collections then refuse everything, and nobody writes past it meanwhile, which would wait for itself.
 */
export function ruled(
  outside: Transaction,
  begin: Begin,
  limitMs: number,
): Transaction & Pick<Database, 'transaction'> {
  const running = new AsyncLocalStorage<{ over: boolean }>();
  const refuseWithin = () => {
    if (running.getStore()?.over !== false) return;
    throw new Error('Whoever writes within a transaction must use the collections that it gives');
  };
  const free = collectionsOver((table) =>
    surrounded(outside.operations(table), async (kind, _, run) => {
      if (writes.has(kind)) refuseWithin();
      return run();
    }),
  );

  return {
    ...free,
    async transaction(work) {
      refuseWithin();
      return begin(async (tx) => {
        const state = { over: false };
        const inside = collectionsOver((table) =>
          surrounded(tx.operations(table), async (_, __, run) => {
            if (state.over) throw new Error('The transaction is over');
            return run();
          }),
        );
        try {
          return await within(
            limitMs,
            running.run(state, () => work(inside)),
          );
        } finally {
          state.over = true;
        }
      });
    },
  };
}

async function within<R>(limitMs: number, work: Promise<R>): Promise<R> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DatabaseUnavailableError('a transaction took too long')), limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
