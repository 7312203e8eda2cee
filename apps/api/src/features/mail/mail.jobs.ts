import type { DeliveryService } from './delivery.service.ts';

const everyMs = 5_000;

/** Sends what is due every few seconds until it is stopped; a failure waits for the next round. */
export function mailLoop(delivery: DeliveryService, report: (name: string, error: unknown) => void) {
  let running: Promise<unknown> | null = null;

  const round = async (work: () => Promise<number>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      report('sending mails', error);
    }
  };
  const begin = (work: () => Promise<number>): void => {
    running ??= round(work).finally(() => (running = null));
  };

  begin(() => delivery.release());
  const timer = setInterval(() => begin(() => delivery.deliver()), everyMs);
  return {
    /** Starts no new round, and waits for the one that runs. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
