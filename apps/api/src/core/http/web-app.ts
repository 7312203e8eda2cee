import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Answers an address that nobody knows; tells whether it did. */
export type Fallback = (request: FastifyRequest) => boolean;

/**
 * Serves the built web application beside the interface: files whose names hold a hash of their content for ever,
 * everything else asked for anew. Resolves to null where it has not been built.
 */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<Fallback | null> {
  if (!existsSync(join(folder, 'index.html'))) return null;
  await app.register(files, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'deny',
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/');
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return isPage;
}

// The pages of the application have addresses of their own, which no file has.
const isPage: Fallback = ({ method, url, headers }) => {
  const path = url.split('?')[0] ?? '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  const readsPages = method === 'GET' || method === 'HEAD';
  return readsPages && !isApi(path) && !last.includes('.') && /html|\*\/\*/.test(headers.accept ?? '*/*');
};

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');
