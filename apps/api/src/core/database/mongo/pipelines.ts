import type { Document } from 'mongodb';
import type { Computation, Row } from '../engine.ts';
import { pathOf } from './documents.ts';

/** The stages that compute over what a filter has found. */
export function grouped({ by, functions, count }: Computation): Document[] {
  const key = Object.fromEntries(by.map((field) => [field, `$${pathOf(field)}`]));
  const computed = functions.map(({ as, name, field }) => [as, { [`$${name}`]: `$${pathOf(field)}` }]);
  const counted = count === null ? {} : { [count]: { $sum: 1 } };
  const group = { _id: by.length > 0 ? key : null, ...Object.fromEntries(computed), ...counted };
  const sort = Object.fromEntries(by.map((field) => [`_id.${field}`, 1]));
  return by.length > 0 ? [{ $group: group }, { $sort: sort }] : [{ $group: group }];
}

/** The one row of an aggregation that found nothing. */
export const nothing = ({ functions, count }: Computation): Row => ({
  ...Object.fromEntries(functions.map(({ as, name }) => [as, name === 'sum' ? 0 : null])),
  ...(count === null ? {} : { [count]: 0 }),
});
