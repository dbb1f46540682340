// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// While developing, every address of a screen is answered by its page, as the binary does.
const pages: Plugin = {
  name: 'pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const address = (request.url ?? '/').split('?')[0]!;
      const isScreen = !/[.@]|^\/(?:src|node_modules|api|files)\//.test(address);
      if (isScreen) request.url = /^\/(c\/|contact$)/.test(address) ? '/portal.html' : '/workspace.html';
      next();
    });
  },
};

export default defineConfig({
  plugins: [vue({ features: { optionsAPI: false } }), pages],
  resolve: { alias: { '@': here('./src') } },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true }, '/files': 'http://127.0.0.1:8080', '/image-proxy': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: { input: { workspace: here('./workspace.html'), portal: here('./portal.html') } },
  },
  test: {
    reporters: ['default', './tools/tally-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', environment: 'happy-dom', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        // A browser on a busy machine misses a moment now and then; what is wrong is wrong three times.
        test: { name: 'browser', environment: 'node', include: ['e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false, retry: 2 },
      },
    ],
  },
});
