/** Something that goes on until it is stopped. */
export interface Repeating {
  /** Begins no new round, and waits for the one that runs. */
  stop(): Promise<void>;
}

/** Begins a round at once and every so many milliseconds, unless one still runs; a failure waits for the next one. */
export function repeating(
  everyMs: number,
  round: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): Repeating {
  let running: Promise<void> | null = null;
  const guarded = async (): Promise<void> => {
    try {
      await round();
    } catch (error) {
      onFailure(error);
    }
  };
  const begin = () => {
    running ??= guarded().finally(() => (running = null));
  };

  begin();
  const timer = setInterval(begin, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
