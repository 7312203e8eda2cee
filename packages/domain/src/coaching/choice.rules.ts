/** The 32-bit FNV-1a hash of a text in UTF-8: the same choice for the same day, on every machine. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** The variant of a slot for a subject and period; an empty list has none. */
export function variantOf<T>(variants: readonly T[], seed: string): T {
  const chosen = variants[fnv1a(seed) % variants.length];
  if (chosen === undefined) throw new Error('A slot without variants');
  return chosen;
}

/** The first key, from the one that the seed points at, that was not used lately; the pointed one when all were. */
export function freshKey(keys: readonly string[], seed: string, used: readonly string[]): string {
  const start = fnv1a(seed) % keys.length;
  const turned = [...keys.slice(start), ...keys.slice(0, start)];
  const fresh = turned.find((key) => !used.includes(key)) ?? turned[0];
  if (fresh === undefined) throw new Error('A bank without texts');
  return fresh;
}
