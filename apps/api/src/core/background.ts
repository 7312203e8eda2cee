/** Work that goes on after the answer it belongs to. */
export interface Background {
  /** Starts work once the present answer has left; its failure is reported, never thrown. */
  later(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left to do: before the process stops. */
  idle(): Promise<void>;
}

// Long enough for an answer to be written first.
const pauseMs = 20;

/** Runs work in the background of this process; `report` hears of failures. */
export function backgroundWork(report: (name: string, error: unknown) => void): Background {
  const running = new Set<Promise<void>>();

  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    await new Promise((resolve) => void setTimeout(resolve, pauseMs));
    try {
      await work();
    } catch (error) {
      report(name, error);
    }
  };

  return {
    later(name, work) {
      const task = run(name, work).finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
