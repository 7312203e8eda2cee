import type { Migration } from './core/database/migrations.ts';

/** Every change of stored data, in the order in which installations must make them; names never change. */
export const migrations: readonly Migration[] = [];
