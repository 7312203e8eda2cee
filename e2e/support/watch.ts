import type { BrowserContext } from '@playwright/test';

/** What a page must not do: fail, complain, leave its origin, break its own policy, be refused unexpectedly. */
export interface Watch {
  /** Says that a call will be refused, as `POST /api/auth/login 401`. */
  expectRefusal(call: string): void;
  follow(context: BrowserContext): void;
  faults(): readonly string[];
}

/** Follows every page of some contexts. */
export function watchOver(origin: string): Watch {
  const faults: string[] = [];
  const expected = new Map<string, boolean>();
  return {
    expectRefusal: (call) => void expected.set(call, false),

    follow(context) {
      context.on('weberror', (event) => faults.push(`thrown: ${event.error().message}`));
      context.on('console', (message) => {
        // A refused call is looked at by its answer, which tells more than the browser's own line.
        if (message.text().startsWith('Failed to load resource')) return;
        if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        const { protocol, origin: other } = new URL(request.url());
        if (protocol.startsWith('http') && other !== origin) faults.push(`another origin: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() < 400) return;
        const call = `${response.request().method()} ${new URL(response.url()).pathname} ${response.status()}`;
        if (expected.has(call)) expected.set(call, true);
        else faults.push(`refused: ${call}`);
      });
    },

    faults: () => [
      ...faults,
      ...[...expected].flatMap(([call, seen]) => (seen ? [] : [`expected, but it never came: ${call}`])),
    ],
  };
}
