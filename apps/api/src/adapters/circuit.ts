/** Keeps callers away from a service that is down, and lets one of them try again later. */
export interface Circuit {
  /** Whether calls are refused now. */
  isOpen(): boolean;
  /** Asks to call: false when refused; the first one after the rest is the trial. */
  enter(): boolean;
  succeeded(): void;
  failed(): void;
}

interface Limits {
  readonly failures: number;
  readonly window_ms: number;
  readonly rest_ms: number;
}

const usual: Limits = { failures: 5, window_ms: 60_000, rest_ms: 300_000 };

/** A circuit that opens after 5 failures within 60 s, rests for 5 minutes, then lets one trial through. */
export function circuit(now: () => number, { failures, window_ms, rest_ms }: Limits = usual): Circuit {
  let recent: readonly number[] = [];
  let restsUntil: number | null = null;
  let trying = false;

  const isOpen = () => restsUntil !== null && (trying || now() < restsUntil);
  return {
    isOpen,
    enter() {
      if (isOpen()) return false;
      trying = restsUntil !== null;
      return true;
    },
    succeeded() {
      recent = [];
      restsUntil = null;
      trying = false;
    },
    failed() {
      recent = [...recent.filter((at) => at > now() - window_ms), now()];
      if (trying || recent.length >= failures) restsUntil = now() + rest_ms;
      trying = false;
    },
  };
}
