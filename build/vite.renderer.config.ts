/**
 * The window's bundle: renderer/ to out/renderer.
 *
 * Its page runs under a policy without inline scripts and without `data:` fonts (platform.md, section 4), so nothing is
 * inlined: assets stay files, and the module-preload polyfill, which would be an inline script, is left out.
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { licencesPlugin } from './tools/licences-plugin.mjs';

const root = resolve(import.meta.dirname, '..');

/** Gives the library that writes workbooks a way to pack them without threads of its own; zip-here.mjs says why. */
const zipHere: Plugin = {
  name: 'evenwatch-zip-here',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('/write-excel-file/') === true
      ? resolve(import.meta.dirname, 'tools/zip-here.mjs')
      : null,
};

/** What the entry imports without `import()`: the window waits for all of it, and each file of it would be one more question to the keeper. */
function firstLoad(): Rolldown.CodeSplittingNameFunction {
  let known: Set<string> | undefined;
  return (id, modules) => {
    if (known === undefined) {
      known = new Set([resolve(root, 'renderer/main.tsx')]);
      for (const one of known)
        for (const imported of modules.getModuleInfo(one)?.importedIds ?? []) known.add(imported);
    }
    return known.has(id) ? 'first' : null;
  };
}

export default defineConfig({
  root: resolve(root, 'renderer'),
  base: '/',
  publicDir: false,
  // Environment variables are no input of ours: a bundle must depend on the checkout alone.
  envPrefix: 'EVENWATCH_NOTHING_',
  plugins: [react(), tailwindcss(), zipHere, licencesPlugin()],
  worker: { format: 'es' },
  build: {
    outDir: resolve(process.env['EVENWATCH_BUILD_OUT'] ?? root, 'out/renderer'),
    emptyOutDir: true,
    // The oldest engine that runs it: Electron 33's, in the tests. The released one is newer.
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstLoad() }] } } },
  },
});
