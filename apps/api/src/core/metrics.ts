import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AggregatorRegistry, collectDefaultMetrics, Histogram, register } from 'prom-client';

// Those of the OpenTelemetry convention for HTTP servers, in seconds.
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Measures every request by method, route template and status; each process for itself. */
export function measureRequests(app: FastifyInstance): void {
  const durations = durationHistogram();
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

/** Measures the process itself: memory, event loop, garbage collection. */
export function measureProcess(): void {
  collectDefaultMetrics();
  gathering();
}

// Also on the side of a worker: that is how it answers whoever gathers the figures of all.
const gathering = () => new AggregatorRegistry();

/** Serves `GET /metrics` on a port of its own; `all` gathers the figures of every worker. */
export async function serveMetrics(port: number, host: string, all: boolean): Promise<Server> {
  const gathered = gathering();
  const read = () => (all ? gathered.clusterMetrics() : register.metrics());
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    read().then(
      (text) => response.writeHead(200, { 'content-type': register.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen({ port, host }, resolve);
  await promise;
  return server;
}

type Labels = 'method' | 'route' | 'status';

// The registry is one for the process: an application that is built again counts on.
function durationHistogram(): Histogram<Labels> {
  const name = 'http_server_request_duration_seconds';
  const known = register.getSingleMetric(name);
  if (known instanceof Histogram) return known;
  return new Histogram<Labels>({
    name,
    help: 'How long requests took, in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets,
  });
}
