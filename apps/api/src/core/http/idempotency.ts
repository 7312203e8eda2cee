import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, kernelErrors, reasons, type Refusal, type RefusalDetails } from '@retail-performer/domain/kernel';
import { type Database, DuplicateKeyError } from '../database/collection.ts';
import type { System } from '../system.ts';
import type { Deed, Idempotency } from './gate.ts';
import { fingerprintOf, idOf, IdempotencyKeys, type IdempotencyRow } from './idempotency-keys.ts';

interface Deps {
  readonly database: Database;
  readonly system: Pick<System, 'now' | 'newId'>;
  /** Keys the fingerprints. */
  readonly secret: string;
  /** Milliseconds after which a call that says nothing more counts as dead. */
  readonly leaseMs?: number;
  /** Told of a deed that was done and whose outcome could not be kept: a repeat would do it again. */
  readonly report?: (error: unknown) => void;
}

const day = 86_400_000;

/** Does a marked deed once and tells its outcome again for 24 hours, whichever process is asked. */
export function idempotency({ database, system, secret, leaseMs = 30_000, report }: Deps): Idempotency {
  const rows = database.of(IdempotencyKeys);
  const inMs = (ms: number): string => new Date(system.now().getTime() + ms).toISOString();
  const isOver = (instant: string): boolean => instant <= inMs(0);

  /** Takes the deed on: resolves to null, or to the row of whoever was faster. */
  const claim = async (mark: Mark, holder: string): Promise<IdempotencyRow | null> => {
    const { id, fingerprint } = mark;
    const mine = { holder, locked_until: inMs(leaseMs) };
    try {
      const fresh = { http_status: null, outcome: null, expires_at: inMs(day) };
      await rows.insert([{ ...mark, status: 'running', ...mine, ...fresh }]);
      return null;
    } catch (error) {
      if (!(error instanceof DuplicateKeyError)) throw error;
    }
    const there = await rows.get(id);
    // Its caller was refused and has let go of it, or its time is over: the next round takes it on.
    if (there === null) return claim(mark, holder);
    if (isOver(there.expires_at)) {
      await rows.remove({ id, expires_at: there.expires_at });
      return claim(mark, holder);
    }
    if (there.status === 'done' || there.fingerprint !== fingerprint || !isOver(there.locked_until)) return there;
    const abandoned = { id, status: 'running', holder: there.holder, locked_until: there.locked_until } as const;
    return (await rows.update(abandoned, { set: mine })) === 1 ? null : claim(mark, holder);
  };

  /** Keeps an outcome, with some patience: what is done but not kept would be done again. */
  const keep = async (id: string, holder: string, outcome: Outcome): Promise<void> => {
    const set = { status: 'done' as const, ...outcome };
    for (const pauseMs of [50, 200, 1000, null]) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- each try is for the failure of the one before
        await rows.update({ id, holder }, { set });
        return;
      } catch (error) {
        if (pauseMs === null) report?.(error);
        // oxlint-disable-next-line no-await-in-loop
        else await sleep(pauseMs);
      }
    }
  };

  const perform = async (id: string, holder: string, deed: Deed): Promise<unknown> => {
    const own = { id, holder };
    // A renewal that fails leaves the lease shorter, and the next one makes up for it.
    const renew = () => void rows.update(own, { set: { locked_until: inMs(leaseMs) } }).catch(() => undefined);
    const renewal = setInterval(renew, leaseMs / 3);
    try {
      const { answer, kept } = await deed.run();
      await keep(id, holder, { http_status: 200, outcome: { kept } });
      return answer;
    } catch (error) {
      const lasting = error instanceof AppError ? lastingRefusal(error) : null;
      if (lasting === null) await rows.remove(own);
      else await keep(id, holder, lasting);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  };

  return {
    async once(call, deed) {
      const id = idOf(call);
      const fingerprint = fingerprintOf(call.body, secret);
      const holder = system.newId();
      const by = call.by.startsWith('address:') ? null : call.by;
      const there = await claim({ id, by, fingerprint }, holder);
      if (there === null) return { answer: await perform(id, holder, deed), replayed: false };
      if (there.fingerprint !== fingerprint) throw new AppError(kernelErrors, 'IDEMPOTENCY_MISMATCH');
      if (there.status === 'running') throw new AppError(kernelErrors, 'IDEMPOTENCY_IN_USE', { retry_after: 1 });
      return { answer: await deed.replay(keptOf(there)), replayed: true };
    },
  };
}

type Mark = Pick<IdempotencyRow, 'id' | 'by' | 'fingerprint'>;
type Outcome = Pick<IdempotencyRow, 'http_status' | 'outcome'>;

interface Refused {
  readonly code: string;
  readonly refusal: Refusal;
  readonly details: RefusalDetails;
}

// Who calls, how fast and how often may be otherwise at the next try; our own failures even more so.
function lastingRefusal({ code, refusal, details }: AppError): Outcome | null {
  const { status } = reasons[refusal.reason];
  if (status >= 500 || [401, 403, 408, 429].includes(status)) return null;
  const refused: Refused = { code, refusal, details };
  return { http_status: status, outcome: { refused } };
}

/** What was kept of the answer; throws the refusal again where it was one. */
function keptOf({ outcome }: IdempotencyRow): unknown {
  if (outcome === null || !('refused' in outcome)) return outcome?.kept;
  // It was stored in exactly this form.
  const { code, refusal, details } = outcome.refused as Refused;
  throw new AppError({ [code]: refusal }, code, {
    ...details,
    headers: { ...details.headers, 'idempotency-replayed': 'true' },
  });
}
