import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { type Chain, foundChain } from './people.ts';
import type { Place } from './places.ts';
import { type Language, type Say, speaker } from './words.ts';
import { type Watch, watchOver } from './watch.ts';

export { expect, type Page } from '@playwright/test';

interface Journey {
  /** The language that the reader speaks. */
  readonly language: Language;
  /** A text of the interface by its French wording, in the reader's language. */
  readonly say: Say;
  readonly watch: Watch;
  /** A chain of the journey's own, in the reader's language. */
  readonly chain: Chain;
  /** A page of somebody else's browser, watched like the first one. */
  readonly elsewhere: (device: BrowserContextOptions) => Promise<Page>;
}

/** A journey: its pages are watched, and its end finds no error, no foreign address and no unexpected refusal. */
export const test = base.extend<Journey>({
  language: ['fr', { option: true }],

  say: async ({ language }, use) => use(speaker(language)),

  watch: [
    async ({ baseURL }, use) => {
      const watch = watchOver(new URL(baseURL ?? '').origin);
      await use(watch);
      base.expect(watch.faults()).toEqual([]);
    },
    { auto: true },
  ],

  chain: async ({ request, language }, use) => use(await foundChain(request, language)),

  context: async ({ context, watch }, use) => {
    watch.follow(context);
    await use(context);
  },

  elsewhere: async ({ browser, watch, baseURL, locale }, use) => {
    const opened = browsers(browser, {
      reducedMotion: 'reduce',
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(locale === undefined ? {} : { locale }),
    });
    await use(async (device) => {
      const context = await opened.open(device);
      watch.follow(context);
      return context.newPage();
    });
    await opened.close();
  },
});

function browsers(browser: Browser, common: BrowserContextOptions) {
  const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
  return {
    async open(device: BrowserContextOptions) {
      const context = await browser.newContext({ ...common, ...device });
      contexts.push(context);
      return context;
    },
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

/** Makes the same journeys in several places. */
export function inEach(places: readonly Place[], journeys: (place: Place) => void): void {
  for (const place of places) {
    test.describe(place.name, () => {
      test.use(place.use);
      journeys(place);
    });
  }
}
