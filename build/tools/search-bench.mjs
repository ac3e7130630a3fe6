/** The benchmark of the search over runbooks: bundled for Node, and run in a process of its own. */
import { build } from 'vite';
import { below, root } from './place.mjs';
import { become } from './run.mjs';

/** @param words what follows `search` on the command line */
export async function runSearchBench(words) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: below('test/bench/search/main.ts'),
      outDir: below('out/bench'),
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'search.mjs', codeSplitting: false } },
    },
  });
  become(process.execPath, [below('out/bench/search.mjs'), ...words]);
}
