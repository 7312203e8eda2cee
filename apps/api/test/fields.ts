import type { Endpoint } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { Call } from './walk.ts';

type Part = 'params' | 'query' | 'body';
const parts: readonly Part[] = ['params', 'query', 'body'];

/** One place of a request where a value stands, and what the contract expects there. */
export interface Field {
  readonly part: Part;
  /** Names, and places in lists; empty for a whole body. */
  readonly path: readonly (string | number)[];
  readonly kinds: readonly string[];
  readonly nullable: boolean;
  /** Whether only some words are known there. */
  readonly isChoice: boolean;
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Every place of an endpoint's request, objects and lists themselves included. */
export function fieldsOf(endpoint: Endpoint): readonly Field[] {
  return parts.flatMap((part) => {
    const schema = endpoint[part];
    if (schema === undefined) return [];
    const root: JsonSchema = JSON.parse(
      JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })),
    );
    return walked(root, part, []);
  });
}

function walked(schema: JsonSchema, part: Part, path: Field['path']): readonly Field[] {
  const choices = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const kinds = [...new Set(choices.flatMap(kindOf))];
  const below = choices.flatMap(({ properties = {}, items }) => [
    ...Object.entries(properties).flatMap(([name, each]) => walked(each, part, [...path, name])),
    ...(items === undefined ? [] : walked(items, part, [...path, 0])),
  ]);
  const isChoice = choices.some((each) => each.enum !== undefined || each.const !== undefined);
  const here = {
    part,
    path,
    kinds: kinds.filter((kind) => kind !== 'null'),
    nullable: kinds.includes('null'),
    isChoice,
  };
  return [...(path.length === 0 && part !== 'body' ? [] : [here]), ...below];
}

function kindOf({ type, enum: values, const: value }: JsonSchema): readonly string[] {
  if (type !== undefined) return [type].flat();
  return [...(values ?? []), value].flatMap((each) => (each === undefined ? [] : typeof each));
}

/** A field as people write it, such as `body.kpi_entries.0.nb_ventes`. */
export const nameOf = ({ part, path }: Pick<Field, 'part' | 'path'>): string => [part, ...path].join('.');

/** The same call with another value in one place; in addresses everything is text. */
export function withValue(call: Call, { part, path }: Pick<Field, 'part' | 'path'>, value: unknown): Call {
  if (part === 'body') return { ...call, body: placed(call.body, path, value) };
  const [name] = path;
  return {
    ...call,
    [part]: { ...call[part], [String(name)]: typeof value === 'string' ? value : JSON.stringify(value) },
  };
}

function placed(there: unknown, [key, ...rest]: Field['path'], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(there) ? [...there] : [];
    list[key] = placed(list[key], rest, value);
    return list;
  }
  const before: Readonly<Record<string, unknown>> = Object(there);
  return { ...before, [key]: placed(before[key], rest, value) };
}
