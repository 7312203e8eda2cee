import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { completeTexts } from './scripts/complete-texts.ts';
import { contractRoutes } from './scripts/contract-routes.ts';
import { moduleSizes } from './scripts/module-sizes.ts';
import { precompress } from './scripts/precompress.ts';

const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:8001';

export default defineConfig({
  plugins: [
    completeTexts(),
    contractRoutes(),
    lingui({ macroTransform: true, failOnMissing: true, failOnCompileError: true }),
    react(),
    tailwindcss(),
    moduleSizes(),
    precompress(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  preview: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One chunk per page, and two that every page shares: many tiny files would cost more than they save.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, priority: 2 },
            {
              name: 'common',
              test: /(?:apps[\\/]web[\\/]src[\\/](?:ui|lib)|packages[\\/]domain)[\\/]/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
