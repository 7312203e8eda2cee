import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = 'virtual:contract/';
const source = join(import.meta.dirname, '../../../packages/domain/src/contract.ts');

type Table = Record<string, { readonly method: string; readonly path: string }>;

/**
 * Serves `virtual:contract/<slice>`: the methods and paths of one slice of the contract and nothing else, so that
 * the browser calls what the server declares without loading a validation library.
 */
export function contractRoutes(): Plugin {
  return {
    name: 'contract-routes',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const slice = id.slice(prefix.length + 1);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the module is known, its address is not
      const { contract } = (await import(pathToFileURL(source).href)) as { contract: Record<string, Table> };
      const table = contract[slice];
      if (table === undefined) throw new Error(`The contract has no slice named ${slice}.`);
      const routes = Object.entries(table).map(([name, { method, path }]) => [name, { method, path }]);
      return `export const ${slice} = ${JSON.stringify(Object.fromEntries(routes))};`;
    },
  };
}
