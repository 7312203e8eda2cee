/** A number from 0 up to 1 that looks like chance and is always the same for the same words. */
export function dice(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    const text = String(word);
    for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  }
  // The last bits of a short text would hardly differ without being stirred.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A factor around 1, mostly near it and never further away than `spread`. */
export const around = (spread: number, ...words: readonly (string | number)[]): number =>
  1 + spread * (dice(...words, 'up') + dice(...words, 'down') - 1);
