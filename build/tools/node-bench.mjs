/** Benchmarks without a window: each is bundled for Node, and run in a process of its own. */
import { build } from 'vite';
import { below, root } from './place.mjs';
import { become } from './run.mjs';

/**
 * @param name of the benchmark, and of its folder in `test/bench`
 * @param words what follows it on the command line
 */
export async function runNodeBench(name, words) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: below(`test/bench/${name}/main.ts`),
      outDir: below('out/bench'),
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  become(process.execPath, [below(`out/bench/${name}.mjs`), ...words]);
}
