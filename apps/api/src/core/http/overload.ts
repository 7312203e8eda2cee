import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses new work while the process is this many milliseconds behind, so that what is begun can be finished; how
 * far it is behind is looked up at each interval of milliseconds.
 */
export async function refuseOverload(app: FastifyInstance, maxEventLoopDelay = 1000, sampleInterval = 1000) {
  await app.register(underPressure, { maxEventLoopDelay, sampleInterval, retryAfter: 5 });
}

/** For routes that must answer even then, such as those that tell of it. */
export const evenUnderPressure = { pressureHandler: () => undefined } as const;
