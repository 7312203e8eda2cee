import type { Collection, Transaction } from './collection.ts';
import type { Changes, Computation, Engine, Row } from './engine.ts';
import { columnOf, parseFilter, seek } from './filter.ts';
import type { Table } from './table.ts';

/** The typed collections over what an engine does for each table. */
export function collectionsOver(operations: Transaction['operations']): Transaction {
  const engines = new WeakMap<Table, Engine>();
  const known = (table: Table) => {
    const engine = engines.get(table) ?? operations(table);
    engines.set(table, engine);
    return engine;
  };
  return { operations: known, of: (spec) => typed(spec, known(spec)) };
}

/** Gives an engine the typed face of the port; all checks live here, once for both engines. */
function typed<T extends object, U extends readonly string[]>(table: Table, engine: Engine): Collection<T, U> {
  const parse = (where: object) => parseFilter(table, where);
  const checked = (document: object) => wholeRow(table, document);
  const requireChangeable = () => {
    if (table.appendOnly === true) throw new Error(`${table.name} only grows`);
  };

  const find = async (where: object, { sort = {}, limit, after, select }: Finding = {}): Promise<T[]> => {
    const order = Object.entries(sort);
    for (const [field] of order) columnOf(table, field);
    for (const field of select ?? []) columnOf(table, field);
    const page = after ? { $and: [where, seek(table, order, after)] } : where;
    // The table was declared from the model of T, so its rows are documents of that type.
    return (await engine.find(parse(page), order, limit ?? null, select ?? null)) as T[];
  };
  const findOne: Collection<T, U>['findOne'] = async (where) => (await find(where, { limit: 1 }))[0] ?? null;

  const compute = (where: object, figures: object) => engine.aggregate(parse(where), computation(table, figures));

  return {
    // What is left out of the selection is left out of the type, too.
    find: find as Collection<T, U>['find'],
    findOne,
    // Every document has an id; a bare T does not say so.
    get: (id) => findOne({ id } as object),
    count: (where) => engine.count(parse(where)),
    insert: async (documents) => {
      if (documents.length > 0) await engine.insert(documents.map(checked));
    },
    update: async (where, { set = {}, inc = {} }) => {
      requireChangeable();
      if ('id' in set) throw new Error(`${table.name}.id never changes`);
      for (const [field, value] of Object.entries({ ...set, ...inc })) requireValue(table, field, value);
      // The port lets only numbers be added; for an open T the compiler cannot repeat that.
      return engine.update(parse(where), { set, inc: inc as Changes['inc'] });
    },
    upsert: async (documents, { on, keep = [], add = [] }) => {
      requireChangeable();
      if (documents.length > 0) await engine.upsert(documents.map(checked), on, { keep, add });
    },
    // The row that comes back is a document, as in `find`.
    increment: async (document, { on, add }) => {
      requireChangeable();
      return (await engine.increment(checked(document), on, add)) as T;
    },
    remove: async (where) => {
      requireChangeable();
      return engine.remove(parse(where));
    },
    purge: (where) => engine.remove(parse(where)),
    // `Total` and `Group` read their types off the same figures that the engine computes.
    total: async (where, figures) => (await compute(where, figures))[0] as never,
    aggregate: async (where, grouping) => (await compute(where, grouping)) as never,
  };
}

interface Finding {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
  readonly after?: object;
  readonly select?: readonly string[];
}

function requireValue(table: Table, field: string, value: unknown): void {
  if (!columnOf(table, field).nullable && (value ?? null) === null)
    throw new Error(`${table.name}.${field} is missing`);
}

function wholeRow(table: Table, document: object): Row {
  const fields = new Map(Object.entries(document));
  return Object.fromEntries(
    table.columns.map(({ name, nullable }) => {
      const value: unknown = fields.get(name) ?? null;
      if (value === null && !nullable) throw new Error(`${table.name}.${name} is missing`);
      return [name, value];
    }),
  );
}

function computation(table: Table, figures: object): Computation {
  // `Figures` and `Grouping` have exactly these keys; their fields are checked below.
  const { by = [], count = null, ...named } = figures as Partial<Computation>;
  const functions = Object.entries(named).flatMap(([name, fields]) =>
    Object.entries(fields as object).map(([as, field]) => ({ as, name, field })),
  ) as Computation['functions'];
  for (const field of [...by, ...functions.map((each) => each.field)]) columnOf(table, field);
  return { by, functions, count };
}
