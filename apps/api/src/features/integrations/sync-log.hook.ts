import { integrationApi, machineApi, type SyncLogRow } from '@retail-performer/domain/integrations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { apiKeyOf } from '../../core/http/authenticate.ts';
import type { KnownKey, MachineService } from './machine.service.ts';
import type { SyncLogService } from './sync-log.service.ts';

const Problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).default([]),
});

/** Logs each sync that a known key was refused, wherever on its way: for a limit, its body, its store. */
export function logRefusedSyncs(app: FastifyInstance, machines: MachineService, logs: SyncLogService): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const operation = operationOf(request);
    if (operation === null || reply.statusCode < 400) return;
    try {
      const key = await keyOf(request, reply, machines);
      if (key !== null) await logs.recordRefusal(key, { operation, ...refusalOf(request, reply, payload) });
    } catch (error) {
      // Whoever called is answered all the same.
      request.log.error({ err: error }, 'a refused sync could not be logged');
    }
  });
}

function operationOf({ routeOptions: { config } }: FastifyRequest): SyncLogRow['operation'] | null {
  if (!('endpoint' in config)) return null;
  if (config.endpoint === integrationApi.syncKpis) return 'kpi_sync';
  return config.endpoint === machineApi.sendBatch ? 'kpi_batch' : null;
}

// A revoked or expired key is nobody at the door, and yet its owner wants to know.
async function keyOf(request: FastifyRequest, reply: FastifyReply, machines: MachineService): Promise<KnownKey | null> {
  if (request.actor?.role === 'api_key') return request.actor;
  const secret = reply.statusCode === 401 ? apiKeyOf(request) : null;
  return secret === null ? null : machines.knownBy(secret);
}

function refusalOf(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const { code, errors } = Problem.parse(JSON.parse(String(payload)));
  return {
    body: request.body,
    http_status: reply.statusCode,
    code,
    errors: errors.map((error) => ({ index: indexOf(error.path), code: error.code, message: error.message })),
    duration_ms: Math.round(reply.elapsedTime),
    request_id: request.id,
  };
}

function indexOf(path: string): number | null {
  const place = /^kpi_entries\.(\d+)/.exec(path)?.[1];
  return place === undefined ? null : Number(place);
}
