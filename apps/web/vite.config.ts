import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractRoutes } from './scripts/contract-routes.ts';
import { moduleSizes } from './scripts/module-sizes.ts';

const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:8001';

export default defineConfig({
  plugins: [
    contractRoutes(),
    lingui({ macroTransform: true, failOnMissing: true, failOnCompileError: true }),
    react(),
    tailwindcss(),
    moduleSizes(),
  ],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  preview: { host: '127.0.0.1', proxy: { '/api': api } },
  build: { manifest: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
