import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

type Theme = 'light' | 'dark';

const colour = (name: string, theme: Theme): string => {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`No token named ${name}`);
  return token[theme];
};

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const surfaces = ['bg', 'surface', 'surface-2'];
const tints = ['brand-tint', 'safran-tint', 'good-tint', 'warn-tint', 'bad-tint', 'info-tint'];

/** Each colour, what it stands on, and the least contrast that this use needs. */
const uses: readonly (readonly [string, readonly string[], number])[] = [
  ['line-strong', surfaces, 3],
  ['ink', [...surfaces, ...tints], 4.5],
  ['ink-2', [...surfaces, 'safran-tint', 'brand-tint', 'bad-tint', 'warn-tint'], 4.5],
  ['ink-3', ['bg', 'surface'], 4.5],
  ['brand', [...surfaces, ...tints], 4.5],
  ['on-brand', ['brand'], 4.5],
  ['on-safran', ['safran'], 4.5],
  ['good', ['surface', 'bg', 'good-tint', 'safran-tint'], 4.5],
  ['warn', ['surface', 'warn-tint'], 4.5],
  ['bad', ['surface', 'bg', 'bad-tint', 'safran-tint'], 4.5],
  ['info', ['surface', 'info-tint'], 4.5],
  ['on-front', ['front'], 4.5],
  ['on-front-2', ['front'], 4.5],
  ['front-ring', ['front'], 3],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(uses)('%s can be read on every ground it is used on', (name, grounds, least) => {
    const ratios = grounds.map((ground) => [ground, contrast(colour(name, theme), colour(ground, theme))] as const);
    expect(ratios.filter(([, ratio]) => ratio < least)).toEqual([]);
  });
});

it.each([
  ['ink', 'light', 12.74],
  ['line-strong', 'light', 3.26],
  ['line-strong', 'dark', 3.47],
] as const)('the lowest contrast of %s in %s is the one of the design', (name, theme, lowest) => {
  const grounds = name === 'ink' ? [...surfaces, ...tints] : surfaces;
  const least = Math.min(...grounds.map((ground) => contrast(colour(name, theme), colour(ground, theme))));
  expect(least).toBeCloseTo(lowest, 1);
});
