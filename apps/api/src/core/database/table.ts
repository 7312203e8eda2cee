import type { Column } from './columns.ts';

/** What an engine must know of a collection. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly unique: readonly (readonly string[])[];
  readonly index: readonly (readonly string[])[];
  /** Whether documents are only ever added: nothing changes or removes them before their time. */
  readonly appendOnly?: boolean;
}
