import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const packages = createRequire(import.meta.url);
const out = join(import.meta.dirname, '../src/ui/fonts');

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n));

// French and English, with the typographic signs of the interface.
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŸ‘’“”–—…−×·€°½←↑→↓‹›`;

const fonts = [
  {
    from: '@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff2',
    to: 'bricolage-600',
    options: { keepFeatures: ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'tnum', 'pnum'] },
  },
  {
    from: '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
    to: 'hanken-400-700',
    options: {
      keepFeatures: ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark'],
      variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    },
  },
];

for (const font of fonts) {
  const source = packages.resolve(font.from);
  const subset = await subsetFont(await readFile(source), letters, { targetFormat: 'woff2', ...font.options });
  await writeFile(join(out, `${font.to}.woff2`), subset);
  await copyFile(join(dirname(source), '../LICENSE'), join(out, `${font.to}.OFL.txt`));
  console.log(`${font.to}.woff2 ${(subset.length / 1000).toFixed(1)} kB`);
}
