import { type Program, residentMb } from './program.ts';

/** What one process held at the first look and at the last, and the most of all looks, in MB. */
export interface Held {
  readonly process: string;
  readonly looks: number;
  readonly first: number;
  readonly last: number;
  readonly most: number;
}

/** Looks every ten seconds at what the program's processes hold in memory, and says so. */
export function memoryOf({ pid, workers }: Program): { end(): Promise<readonly Held[]> } {
  const start = performance.now();
  const held = new Map<string, number[]>();
  const look = async (): Promise<void> => {
    const all = [{ name: 'leader', id: pid }, ...(await workers()).map((id) => ({ name: `worker ${id}`, id }))];
    const texts: string[] = [];
    for (const { name, id } of all) {
      const mb = await residentMb(id);
      if (mb === null) continue;
      held.set(name, [...(held.get(name) ?? []), mb]);
      texts.push(`${name} ${mb} MB`);
    }
    console.log(`${Math.round((performance.now() - start) / 1000)} s: ${texts.join(', ')}`);
  };
  let looking = look();
  const timer = setInterval(() => void (looking = looking.then(look)), 10_000);
  return {
    async end() {
      clearInterval(timer);
      await looking.then(look);
      return [...held].map(([name, values]) => ({
        process: name,
        looks: values.length,
        first: values.at(0) ?? 0,
        last: values.at(-1) ?? 0,
        most: Math.max(...values),
      }));
    },
  };
}
