import { constants } from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

// Each route is given all of them: options of the plugin do not reach routes that have their own. Levels that cost
// little: for a megabyte of figures the next ones take twice as long to save a tenth.
const options: FastifyCompressOptions = {
  // In one go, a millisecond for a megabyte: a stream through other threads takes several times as long.
  syncThreshold: 4 * 1024 * 1024,
  globalDecompression: false,
  threshold: 1024,
  encodings: ['zstd', 'br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } },
  zlibOptions: { level: 2 },
};

/** Sends what is read and large in fewer bytes; answers to deeds may hold secrets and stay as they are. */
export async function compressReads(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.method === 'GET' && route.compress === undefined) route.compress = options;
  });
  await app.register(compress, { ...options, global: false });
}
