/** Two letters that stand for a name: the first ones of its first and last words. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) =>
      String.fromCodePoint(word?.codePointAt(0) ?? 0x20)
        .toLocaleUpperCase('fr')
        .trim(),
    )
    .join('');
}
