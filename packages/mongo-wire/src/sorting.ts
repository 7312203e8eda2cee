import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { compare } from 'mingo/util';
import { type Doc, inTextOrder, valuesAt } from './values.ts';

interface Key {
  readonly path: readonly string[];
  readonly way: number;
}

/** The stage that sorts: texts by their code points, which mingo does not do, and missing values as null. */
export function sortStage(documents: Iterator, sort: Doc, _options: Options): Iterator {
  const keys = Object.entries(sort).map(([path, way]) => ({ path: path.split('.'), way: Number(way) }));
  return documents.transform((list: Doc[]) => Lazy(list.toSorted((one, other) => ordered(one, other, keys))));
}

function ordered(one: Doc, other: Doc, keys: readonly Key[]): number {
  for (const { path, way } of keys) {
    const [a = null, b = null] = [valuesAt(one, path)[0], valuesAt(other, path)[0]];
    const difference = typeof a === 'string' && typeof b === 'string' ? inTextOrder(a, b) : compare(a, b);
    if (difference !== 0) return difference * way;
  }
  return 0;
}
