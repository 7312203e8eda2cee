import type { FastifyInstance } from 'fastify';

/** One address that the application serves. */
interface Route {
  readonly method: string;
  readonly url: string;
}

/** Every route of the router itself, read from the tree that it prints. */
export function routesOf(app: FastifyInstance): readonly Route[] {
  const routes: Route[] = [];
  const branches: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^(?<indent>[│ ]*)[├└]── (?<part>[^(]*?)(?: \((?<methods>[^)]+)\))?$/u.exec(line)?.groups;
    if (found?.part === undefined) continue;
    const depth = (found.indent ?? '').length / 4;
    branches.splice(depth, Infinity, found.part);
    const url = branches.join('');
    for (const method of (found.methods ?? '').split(', ')) if (method !== '') routes.push({ method, url });
  }
  return routes;
}
