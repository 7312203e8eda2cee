import type { FastifyInstance } from 'fastify';

/** The methods that each path of the application answers. */
export type KnownPaths = Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>;

/** Keeps a list of every path as routes are added. */
export function rememberPaths(app: FastifyInstance): KnownPaths {
  const paths: KnownPaths = new Map();
  app.addHook('onRoute', ({ url, method }) => {
    const known = paths.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const each of [method].flat()) known.methods.add(each);
    paths.set(url, known);
  });
  return paths;
}

/** The methods that an address answers, in the order of the alphabet; none where it is unknown. */
export function allowedAt(paths: KnownPaths, url: string): readonly string[] {
  const path = (url.split('?')[0] ?? '').replace(/(?<=.)\/$/, '');
  const methods = [...paths.values()].filter(({ pattern }) => pattern.test(path)).flatMap((each) => [...each.methods]);
  return [...new Set(methods)].toSorted();
}

function patternOf(url: string): RegExp {
  const segments = url.replace(/(?<=.)\/$/, '').split('/');
  const source = segments.map((each) =>
    each.startsWith(':') ? '[^/]+' : each.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
  );
  return new RegExp(`^${source.join('/')}$`);
}
