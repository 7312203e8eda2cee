import { z } from 'zod';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Describes schemas as they go over the wire, and remembers which shared models that took. */
export interface Descriptions {
  /** The description of a schema; a model that has a name is only referred to. */
  of(schema: z.ZodType): JsonSchema;
  /** The same, spelled out even where it has a name. */
  whole(schema: z.ZodType): JsonSchema;
  /** The models that were referred to so far, by name. */
  components(): Readonly<Record<string, JsonSchema>>;
}

const place = '#/components/schemas/';

/** Descriptions in which the given models are named; `others` are every other schema that will be asked for. */
export function descriptions(models: Readonly<Record<string, z.ZodType>>, others: readonly z.ZodType[]): Descriptions {
  const registry = z.registry<{ id?: string }>();
  const ids = new Map<z.ZodType, string>();
  const add = (schema: z.ZodType, id: string) => {
    if (ids.has(schema)) return;
    ids.set(schema, id);
    registry.add(schema, { id });
  };
  for (const [name, schema] of Object.entries(models)) add(schema, name);
  for (const [number, schema] of others.entries()) add(schema, `#${number}`);
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `${place}${id}` });

  const described = (id: string): JsonSchema => {
    // What is a document of its own elsewhere is a part of one here.
    const { $schema: _, $id: __, ...schema } = schemas[id] ?? {};
    return schema;
  };
  const used = new Set<string>();
  const use = (schema: JsonSchema): JsonSchema => {
    for (const id of namesIn(schema).filter((name) => !used.has(name))) {
      used.add(id);
      use(described(id));
    }
    return schema;
  };

  const idOf = (schema: z.ZodType): string => {
    const id = ids.get(schema);
    if (id === undefined) throw new Error('A schema was not announced');
    return id;
  };

  return {
    of(schema) {
      const id = idOf(schema);
      return use(id in models ? { $ref: `${place}${id}` } : described(id));
    },
    whole: (schema) => use(described(idOf(schema))),
    components: () => Object.fromEntries([...used].toSorted().map((id) => [id, described(id)])),
  };
}

/** The names of the models that a description refers to. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.slice(place.length)] : namesIn(value),
  );
}
