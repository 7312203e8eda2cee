import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const lingui = join(import.meta.dirname, '../../../node_modules/@lingui/cli/dist/lingui.js');

/** Refuses a build whose catalogues do not hold every text of the code: `npm run extract` brings them in line. */
export function completeTexts(): Plugin {
  return {
    name: 'complete-texts',
    apply: 'build',
    async buildStart() {
      const checked = promisify(execFile)(process.execPath, [lingui, 'check', 'sync'], {
        cwd: join(import.meta.dirname, '..'),
      });
      await checked.catch(({ stdout }: { readonly stdout?: string }) => {
        this.error(
          `Texts of the code and of the catalogues differ; run « npm run extract -w apps/web ».\n${stdout ?? ''}`,
        );
      });
    },
  };
}
