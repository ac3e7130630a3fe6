/**
 * The bundles that run in Node and Electron, one per mode:
 *
 *   desktop       out/desktop/main.js       the Electron main process
 *   preload       out/desktop/preload.cjs   one CommonJS file, the only form that a sandboxed page may preload
 *   browser       out/browser/main.js       the loopback server
 *   command-line  out/command-line/main.js  the command line
 *
 * Every npm package is bundled, so that none of them needs node_modules at run time and the packed app holds no
 * folder of other people's files. Each host is a bundle of its own: a shared chunk would put the browser host's code
 * into the desktop package.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

interface Host {
  readonly entry: string;
  readonly folder: string;
  readonly file: string;
  readonly format: 'es' | 'cjs';
  /** Files that a bundled package reads from beside itself, as paths below node_modules. */
  readonly beside?: readonly string[];
}

const hosts: Readonly<Record<string, Host>> = {
  desktop: { entry: 'electron/desktop/main.ts', folder: 'out/desktop', file: 'main.js', format: 'es' },
  preload: {
    entry: 'electron/desktop/preload.ts',
    folder: 'out/desktop',
    file: 'preload.cjs',
    format: 'cjs',
  },
  browser: { entry: 'electron/browser/main.ts', folder: 'out/browser', file: 'main.js', format: 'es' },
  'command-line': {
    entry: 'electron/command-line/main.ts',
    folder: 'out/command-line',
    file: 'main.js',
    format: 'es',
    beside: ['highs/build/highs.wasm'],
  },
};

function copyBeside(files: readonly string[], folder: string): Plugin {
  return {
    name: 'copy-beside',
    writeBundle() {
      mkdirSync(folder, { recursive: true });
      for (const file of files)
        copyFileSync(
          resolve(root, 'node_modules', file),
          resolve(folder, file.slice(file.lastIndexOf('/') + 1)),
        );
    },
  };
}

export default defineConfig(({ mode }) => {
  const host = hosts[mode];
  if (!host) throw new Error(`no such bundle: ${mode}; known are ${Object.keys(hosts).join(', ')}`);
  const folder = resolve(process.env['EVENWATCH_BUILD_OUT'] ?? root, host.folder);
  return {
    root,
    publicDir: false,
    plugins: host.beside ? [copyBeside(host.beside, folder)] : [],
    define: { 'process.env.NODE_ENV': '"production"' },
    // `bufferutil` and `utf-8-validate` are optional native helpers that ws asks for inside a try.
    ssr: { target: 'node', noExternal: true, external: ['electron', 'bufferutil', 'utf-8-validate'] },
    build: {
      ssr: resolve(root, host.entry),
      outDir: folder,
      emptyOutDir: false,
      target: mode === 'preload' ? 'chrome130' : 'node20.18', // Electron 33 carries Node 20.18
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', 'bufferutil', 'utf-8-validate'],
        output: {
          format: host.format,
          entryFileNames: host.file,
          chunkFileNames: '[name].js',
          // A sandboxed preload has to be one file. The window waits for the main process, which therefore begins with as little as it can.
          codeSplitting: mode === 'desktop',
        },
      },
    },
  };
});
