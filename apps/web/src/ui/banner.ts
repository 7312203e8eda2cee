/** Which of the eight awnings a store has: FNV-1a of its id, unless its owner chose one. */
export function bannerOf({ id, banner }: { readonly id: string; readonly banner?: number | null }): number {
  if (banner !== null && banner !== undefined) return banner % 8;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % 8;
}
