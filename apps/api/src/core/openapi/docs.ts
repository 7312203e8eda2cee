import type { FastifyInstance } from 'fastify';
import { type Described, openApiDocument } from './document.ts';
import { style } from './html.ts';
import { errorsPage, operationsPage } from './pages.ts';

/** Serves the description of the interface, to programs and to people; public, in every environment. */
export function serveDocs(app: FastifyInstance, described: Described): void {
  // Made when somebody asks for the first time: tests and workers seldom do.
  const made = new Map<string, string>();
  const serve = (url: string, type: string, make: () => string) => {
    app.get(url, async (_, reply) => {
      const text = made.get(url) ?? make();
      made.set(url, text);
      return reply.header('cache-control', 'public, max-age=300').type(`${type}; charset=utf-8`).send(text);
    });
  };
  serve('/api/openapi.json', 'application/json', () => JSON.stringify(openApiDocument(described)));
  serve('/api/docs', 'text/html', () => operationsPage(openApiDocument(described)));
  serve('/api/docs/errors', 'text/html', () => errorsPage(described.refusals));
  serve('/api/docs/style.css', 'text/css', () => style);
}
