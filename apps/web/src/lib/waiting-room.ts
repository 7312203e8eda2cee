/** Where calls wait for the password to be given again. */
export function waitingRoom() {
  const waiting = new Set<{ readonly resolve: () => void; readonly reject: (problem: Error) => void }>();
  const empty = () => {
    const released = [...waiting];
    waiting.clear();
    return released;
  };
  return {
    /** Resolves when they may go on. */
    wait: () => new Promise<void>((resolve, reject) => waiting.add({ resolve, reject })),

    /** They go on. */
    admit(): void {
      for (const { resolve } of empty()) resolve();
    },

    /** They are sent away. */
    dismiss(problem: Error): void {
      for (const { reject } of empty()) reject(problem);
    },
  };
}
