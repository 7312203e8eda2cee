import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';

interface Options {
  readonly workers: number;
  readonly log: Logger;
  /** Hears where the workers listen, once the first of them does. */
  readonly onListening: (address: string) => void;
  /** Hears that no worker could start, or that all have stopped. */
  readonly onEnd: (code: number) => void;
}

const longestPauseMs = 10_000;

/**
 * Keeps a number of worker processes alive, each of which takes connections from the kernel itself: with that
 * the slowest requests of a thousand connections are many times faster than when one process hands them out.
 */
export function superviseWorkers({ workers, log, onListening, onEnd }: Options): { stop(): void } {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let everListened = false;
  let stopping = false;
  let failures = 0;

  const startAgain = () => {
    if (!stopping) cluster.fork();
  };

  cluster.on('listening', (_, { address, port }) => {
    failures = 0;
    if (everListened) return;
    everListened = true;
    onListening(`http://${address ?? '127.0.0.1'}:${port}`);
  });
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) {
      if (alive().length === 0) onEnd(0);
      return;
    }
    if (!everListened) {
      // What stops the first worker would stop each of them: better said at once.
      stopping = true;
      for (const each of alive()) each.kill();
      return onEnd(code || 1);
    }
    const pause = Math.min(100 * 2 ** failures, longestPauseMs);
    failures += 1;
    log.error({ worker: worker.process.pid, code, signal, pause_ms: pause }, 'a worker ended; another one starts');
    setTimeout(startAgain, pause);
  });
  // The engine would let a worker's heap grow with the machine's memory before it collects; a worker needs little.
  cluster.setupPrimary({ execArgv: [...process.execArgv, '--max-old-space-size=448', '--max-semi-space-size=4'] });
  for (let place = 0; place < workers; place += 1) cluster.fork();

  return {
    stop() {
      stopping = true;
      const running = alive();
      if (running.length === 0) onEnd(0);
      for (const worker of running) worker.process.kill('SIGTERM');
    },
  };
}

const alive = (): readonly Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
