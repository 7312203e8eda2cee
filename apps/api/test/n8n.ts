import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const Named = z.object({ parameters: z.array(z.object({ name: z.string(), value: z.string() })) });

/** The parameters of the nodes that the workflow uses, as n8n has them. */
const Parameters = z.looseObject({
  method: z.literal('POST').optional(),
  url: z.url().optional(),
  genericAuthType: z.literal('httpHeaderAuth').optional(),
  queryParameters: Named.optional(),
  headerParameters: Named.optional(),
  jsonBody: z.string().optional(),
  jsCode: z.string().optional(),
  errorMessage: z.string().optional(),
  conditions: z
    .object({
      conditions: z.tuple([
        z.object({ leftValue: z.string(), rightValue: z.number(), operator: z.object({ operation: z.literal('gt') }) }),
      ]),
    })
    .optional()
    .catch(undefined),
});
const Node = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  parameters: Parameters,
});
export type Node = z.output<typeof Node>;

const Workflow = z.object({
  name: z.string(),
  nodes: z.array(Node),
  connections: z.record(
    z.string(),
    z.object({ main: z.array(z.array(z.object({ node: z.string(), type: z.literal('main'), index: z.literal(0) }))) }),
  ),
});

/** A workflow as n8n imports it. */
export const workflowAt = (file: URL) => Workflow.parse(JSON.parse(readFileSync(file, 'utf8')));

/** One request of a workflow; with the credential of the kind `Header Auth` where the node names it. */
export interface NodeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly authenticated: boolean;
  readonly body: unknown;
}

interface Item {
  readonly json: unknown;
}

/** Where the items of a run ended, by the name of the node that took them. */
export type Ends = ReadonlyMap<string, readonly unknown[]>;

/** Runs a workflow once, node after node as they are connected; `ask` answers its requests: JSON, or a file's text. */
export async function run(
  { nodes, connections }: z.output<typeof Workflow>,
  execution: string,
  ask: (request: NodeRequest) => Promise<unknown>,
): Promise<Ends> {
  const done = new Map<string, readonly Item[]>();
  const ends = new Map<string, readonly unknown[]>();
  const evaluated = (template: string, item: Item): unknown => expression(template, { $json: item.json });

  async function step(node: Node, input: readonly Item[]): Promise<readonly (readonly Item[])[]> {
    const { parameters } = node;
    switch (node.type) {
      case 'n8n-nodes-base.scheduleTrigger':
        return [[{ json: {} }]];
      case 'n8n-nodes-base.httpRequest': {
        const answers: Item[] = [];
        for (const item of input) answers.push({ json: await ask(requestOf(node, (text) => evaluated(text, item))) });
        return [answers];
      }
      case 'n8n-nodes-base.extractFromFile':
        return [input.flatMap(({ json }) => rowsOf(String(json)))];
      case 'n8n-nodes-base.code': {
        const sandbox = {
          $input: { all: () => input },
          $: (name: string) => ({ first: () => done.get(name)?.[0] }),
          $execution: { id: execution },
        };
        return [copied(runInNewContext(`(() => {${parameters.jsCode}})()`, sandbox))];
      }
      case 'n8n-nodes-base.if': {
        const [condition] = parameters.conditions?.conditions ?? [];
        const holds = (item: Item) =>
          Number(evaluated(condition?.leftValue ?? '', item)) > (condition?.rightValue ?? 0);
        return [input.filter(holds), input.filter((item) => !holds(item))];
      }
      case 'n8n-nodes-base.stopAndError':
        ends.set(
          node.name,
          input.map((item) => evaluated(parameters.errorMessage ?? '', item)),
        );
        return [];
      case 'n8n-nodes-base.noOp':
        ends.set(
          node.name,
          input.map(({ json }) => json),
        );
        return [];
      default:
        throw new Error(`No such node: ${node.type}`);
    }
  }

  async function follow(node: Node, input: readonly Item[]): Promise<void> {
    const outputs = await step(node, input);
    done.set(node.name, outputs[0] ?? []);
    for (const [place, items] of outputs.entries()) {
      for (const { node: name } of connections[node.name]?.main[place] ?? []) {
        const next = nodes.find((each) => each.name === name);
        if (next === undefined) throw new Error(`Nothing is named ${name}`);
        if (items.length > 0) await follow(next, items);
      }
    }
  }

  const [trigger] = nodes;
  if (trigger !== undefined) await follow(trigger, []);
  return ends;
}

function requestOf({ parameters }: Node, value: (template: string) => unknown): NodeRequest {
  const url = new URL(parameters.url ?? '');
  for (const { name, value: text } of parameters.queryParameters?.parameters ?? [])
    url.searchParams.set(name, String(value(text)));
  const headers = (parameters.headerParameters?.parameters ?? []).map(({ name, value: text }) => [
    name.toLowerCase(),
    String(value(text)),
  ]);
  return {
    method: parameters.method ?? 'GET',
    url,
    headers: Object.fromEntries(headers),
    authenticated: parameters.genericAuthType !== undefined,
    body: parameters.jsonBody === undefined ? undefined : JSON.parse(String(value(parameters.jsonBody))),
  };
}

/** The value of a parameter: text that begins with `=` holds expressions between double braces. */
function expression(template: string, scope: object): unknown {
  if (!template.startsWith('=')) return template;
  const parts = [...template.slice(1).matchAll(/\{\{(.*?)\}\}|([^{]+|\{)/gs)];
  const values = parts.map(([, code, text]) => (code === undefined ? text : copied(runInNewContext(code, scope))));
  return values.length === 1 ? values[0] : values.map(String).join('');
}

const rowsOf = (csv: string): Item[] => {
  const rows: object[] = parse(csv, { columns: true });
  return rows.map((json) => ({ json }));
};

// What another context made has other prototypes.
const copied = (value: unknown) => JSON.parse(JSON.stringify(value));
