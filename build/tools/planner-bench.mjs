/** The benchmark of the planner: bundled for Node, as the hosts are, then run in a process of its own. */
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { below, root } from './place.mjs';
import { become } from './run.mjs';

const folder = below('out/bench');

/** Bundles test/bench/planner. `highs` stays a package of node_modules, which has its wasm beside it. */
async function bundle() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: below('test/bench/planner/main.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['highs'],
        output: { format: 'es', entryFileNames: 'planner.mjs', codeSplitting: false },
      },
    },
  });
}

/** @param words what follows `planner` on the command line */
export async function runPlannerBench(words) {
  await bundle();
  const program = below('out/bench/planner.mjs');
  if (!existsSync(program)) throw new Error('the bundle of the benchmark is missing');
  become(process.execPath, [program, 'table', root, ...words]);
}
