import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** French is written in the code, English beside it: one catalogue for the shell, one per feature. */
export default defineConfig({
  locales: ['fr', 'en'],
  sourceLocale: 'fr',
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: '<rootDir>/src/app/locales/{locale}',
      include: ['<rootDir>/src/app', '<rootDir>/src/ui', '<rootDir>/src/lib'],
    },
    { path: '<rootDir>/src/features/{name}/locales/{locale}', include: ['<rootDir>/src/features/{name}/'] },
  ],
});
