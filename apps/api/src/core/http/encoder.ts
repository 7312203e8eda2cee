import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Turns what a handler answers into its wire form: what the contract does not name is dropped. */
export type Encoder = (answer: unknown) => unknown;

/**
 * An encoder built once for a schema. It checks types, presence and enumerations and runs codecs; it does not repeat
 * the checks of single values (lengths, ranges), which `strictEncoder` does. About six times faster than the
 * library's general walk on a large list.
 */
export function encoderOf(schema: z.ZodType): Encoder {
  return build(schema, 'answer');
}

/** The whole contract is checked, and the fast encoder with it: what tests and development run. */
export function strictEncoder(schema: z.ZodType): Encoder {
  const fast = encoderOf(schema);
  return (answer) => {
    const encoded: unknown = z.encode(schema, answer);
    if (!isDeepStrictEqual(fast(answer), encoded)) throw new Error('The fast encoder disagrees with the contract');
    return encoded;
  };
}

/** What is read of a schema; the library describes each kind by its `def`. */
interface Node {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly format?: string;
      readonly shape?: Readonly<Record<string, Node>>;
      readonly element?: Node;
      readonly innerType?: Node;
      readonly entries?: Readonly<Record<string, unknown>>;
      readonly values?: readonly unknown[];
      readonly in?: Node;
      readonly out?: Node;
      readonly reverseTransform?: (value: unknown, context: unknown) => unknown;
    };
  };
}

function build(node: Node, path: string): Encoder {
  const {
    _zod: { def },
  } = node;
  switch (def.type) {
    case 'string':
      return expecting(path, 'a text', (value) => typeof value === 'string');
    case 'boolean':
      return expecting(path, 'a boolean', (value) => typeof value === 'boolean');
    case 'null':
      return expecting(path, 'null', (value) => value === null);
    case 'unknown':
      return (value) => value;
    case 'number':
      return def.format === 'safeint'
        ? expecting(path, 'a whole number', Number.isSafeInteger)
        : expecting(path, 'a number', Number.isFinite);
    case 'enum': {
      const known = new Set(Object.values(def.entries ?? {}));
      return expecting(path, 'a known word', (value) => known.has(value));
    }
    case 'literal': {
      const known = new Set(def.values);
      return expecting(path, 'the one value', (value) => known.has(value));
    }
    case 'nullable':
      return nullable(build(required(def.innerType), path));
    case 'optional':
      return optional(build(required(def.innerType), path));
    case 'array':
      return list(build(required(def.element), `${path}[]`), path);
    case 'object':
      return object(def.shape ?? {}, path);
    case 'pipe':
      return def.reverseTransform === undefined ? general(node) : codec(node, path);
    default:
      return general(node);
  }
}

function expecting(path: string, what: string, is: (value: unknown) => boolean): Encoder {
  return (value) => {
    if (!is(value)) throw new Error(`The contract promises ${what} at ${path}`);
    return value;
  };
}

const nullable =
  (inner: Encoder): Encoder =>
  (value) =>
    value === null ? null : inner(value);

const optional =
  (inner: Encoder): Encoder =>
  (value) =>
    value === undefined ? undefined : inner(value);

const list =
  (element: Encoder, path: string): Encoder =>
  (value) => {
    if (!Array.isArray(value)) throw new Error(`The contract promises a list at ${path}`);
    return value.map((each) => element(each));
  };

function object(shape: Readonly<Record<string, Node>>, path: string): Encoder {
  const fields = Object.entries(shape).map(([name, node]) => [name, build(node, `${path}.${name}`)] as const);
  return (value) => {
    if (typeof value !== 'object' || value === null) throw new Error(`The contract promises an object at ${path}`);
    const encoded: Record<string, unknown> = {};
    for (const [name, encode] of fields) {
      const field = encode((value as Readonly<Record<string, unknown>>)[name]);
      if (field !== undefined) encoded[name] = field;
    }
    return encoded;
  };
}

function codec(node: Node, path: string): Encoder {
  const {
    _zod: {
      def: { in: wire, out, reverseTransform },
    },
  } = node;
  const [check, verify] = [build(required(out), path), build(required(wire), path)];
  return (value) => verify(reverseTransform?.(check(value), undefined));
}

// Rare kinds are left to the library.
const general =
  (node: Node): Encoder =>
  (value) =>
    z.encode(node as unknown as z.ZodType, value);

function required(node: Node | undefined): Node {
  if (node === undefined) throw new Error('A schema without the part that its kind needs');
  return node;
}
