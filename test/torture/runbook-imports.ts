import { commandSchema } from '../../shared/editing/command.ts';
import { edit } from '../../shared/editing/edit.ts';
import { partMarkdown } from '../../shared/exchange/runbook-front.ts';
import { runbookImporter } from '../../shared/exchange/runbook-import.ts';
import { canonicalJson } from '../../shared/model/json.ts';
import { markdownTree } from '../../shared/runbooks/markdown.ts';
import { decodeText, fileFault } from '../../shared/exchange/decode.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { processorTime } from '../support/processor-time.ts';
import { chanceOf, type Chance } from './support/chance.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

/** Of the processor's time. */
const mostMilliseconds = 2000;

export const runbookImports: Torture = {
  name: 'runbook-imports',
  promise: `Markdown and plain documents with hurt bytes, bombs, code and script: taken whole as one step or not at all, every byte of a file kept, nothing that runs shown, none takes the processor ${mostMilliseconds / 1000} s`,
  unit: 'imports',
  full: 20_000,
  short: 400,
  inMemory: true,
  run,
};

async function run({ count, seed, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const workspace = sampleWorkspace();
  const before = canonicalJson(workspace);
  let taken = 0;
  let refused = 0;
  let slowest = 0;
  for (let index = 0; index < count; index++) {
    const text = fuzzed(chanceOf(seed + index));
    const worked = processorTime();
    try {
      const wrong = broken(workspace, text);
      if (wrong === 'refused') refused += 1;
      else if (wrong === null) taken += 1;
      else findings.add(index, text.slice(0, 80), wrong);
    } catch (error) {
      findings.add(index, text.slice(0, 80), inWords(error));
    }
    const took = worked();
    slowest = Math.max(slowest, took);
    if (took > mostMilliseconds) findings.add(index, text.slice(0, 80), `it took ${took.toFixed(0)} ms`);
    if (index % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 0));
    progress(index + 1);
  }
  if (canonicalJson(workspace) !== before) findings.add(0, 'the plan', 'what was open has changed');
  if (Object.keys(Object.prototype).length > 0) findings.add(0, 'the language', 'a key reached every object');
  return done(count, findings.failures, `${taken} taken whole, ${refused} refused; slowest ${slowest.toFixed(0)} ms`);
}

/** What is wrong with the answer to one file; null where it was taken, `refused` where it was refused with a reason. */
function broken(workspace: ReturnType<typeof sampleWorkspace>, text: string): string | null {
  let ids = 0;
  const importer = runbookImporter(workspace, () => `runbook-torture-${++ids}`);
  importer.add({ path: 'a.md', text });
  const { items, problems } = importer.result();
  if (problems.some(({ severity }) => severity === 'error')) return problems.every(({ what }) => what.length > 10) ? 'refused' : 'an error without a reason';
  const [first] = items;
  if (first === undefined) return 'it vanished without a word';
  const { front, body } = partMarkdown(text);
  if (front + body !== text) return 'its parts are not the file';
  if (items.length === 1 && first.runbook.frontMatter !== '' && first.runbook.frontMatter + first.runbook.body !== text) return 'bytes of it are lost';
  const records = items.map(({ runbook }) => ({ table: 'runbooks' as const, record: runbook }));
  const command = { kind: 'import-records', title: 'Import', source: 'a.md', records } as const;
  const sound = commandSchema.safeParse(command);
  if (!sound.success) return `the keeper would not take it: ${sound.error.message.slice(0, 200)}`;
  const edited = edit(workspace, command);
  if (!edited.ok && edited.reason.kind !== 'no-change') return `it was shown as sound and then refused: ${JSON.stringify(edited.reason).slice(0, 200)}`;
  const shown = JSON.stringify(markdownTree(first.runbook.body, 'torture', 2));
  return /"tagName":"(?:script|iframe|object|img|style|form)"|"href":"\s*(?:javascript|data|file|vbscript):|"on\w+":/i.test(shown)
    ? 'something that runs or loads would be shown'
    : null;
}

const fronts: readonly string[] = [
  'title: Profit', 'title: !!js/function "function(){}"', 'title: [a, b]', 'a: &a [1,1]\nb: [*a,*a,*a]', '__proto__: {polluted: 1}', 'constructor: {prototype: {x: 1}}',
  'owner_primary: Engineer 2', 'owner_secondary: {a: 1}', 'slas: [by the 31st of each month, {text: x, deadline: 99}]', 'slas: 7', 'issues: [{symptom: x, steps: [a, {b: 1}]}, 3, null]', 'audience: everyone',
  'links: ["javascript:alert(1)", {title: "", url: "http://x"}, "http://[", "https://ex ample"]', 'last_reviewed_on: 2026-02-30', 'review_in: 99 years', 'tasks: [A, Z, [1]]', `data_types: [${'x,'.repeat(300)}]`,
  `x: ${'['.repeat(5000)}`, `deep:\n${Array.from({ length: 80 }, (_none, depth) => `${' '.repeat(depth + 1)}k:`).join('\n')}`, '? {a: 1}\n: 2', '<<: *nobody', `title: ${'t'.repeat(500)}`, 'id: runbook-profit', 'id: ../../etc/passwd', 'pipeline: profit', 'a:\n\t- b', '\u0000: 1',
];
const bodies: readonly string[] = [
  '# Head\n\nWords', '<script>alert(1)</script>', '[x](javascript:alert(1))', '![x](https://example.org/p.png)', '<img src=x onerror=alert(1)>', '<iframe src="file:///etc/passwd">', '[a]: data:text/html,x\n[a]', '```js\nprocess.exit()\n```',
  '1. Pipeline Name: Profit\nTypes of data\na. x\nOwners\na. Primary: Engineer 2 (Task B)\nSLA’s\na. within 12 hours\n', 'Pipeline Name: Nobody\nOwners\nPrimary: ?\n', `Pipeline Name: ${'p'.repeat(400)}\nCommon issues\na. ${'y'.repeat(900)}\n`,
  '> '.repeat(300), '*'.repeat(3000), '[[[['.repeat(300), '| a | b |\n|---|---|\n| 1 | 2 |', '\r\n\r\n---\r\n', '💥'.repeat(200), '\ufeff# x', '---\n---\n', '&#106;avascript:', 'a\u0000b', '<a href="jav&#x09;ascript:alert(1)">x</a>',
];
const fences: readonly (readonly [string, string])[] = [['---\n', '---\n'], ['---\r\n', '---\r\n'], ['---js\n', '---\n'], ['---\n', ''], ['--- \n', '...\n']];

function fuzzed(chance: Chance): string {
  const [open, close] = chance.pick(fences);
  const keys = Array.from({ length: chance.below(5) }, () => chance.pick(fronts)).join('\n');
  const words = Array.from({ length: 1 + chance.below(4) }, () => chance.pick(bodies)).join('\n\n');
  const text = chance.part() < 0.75 ? `${open}${keys}\n${close}${words}` : words;
  if (chance.part() < 0.5) return text;
  const bytes = new Uint8Array(Buffer.from(text));
  for (let hurt = 1 + chance.below(4); hurt > 0; hurt--) bytes[chance.below(bytes.length)] = chance.below(256);
  const cut = chance.part() < 0.3 ? bytes.subarray(0, 1 + chance.below(bytes.length)) : bytes;
  return fileFault(cut) === null ? decodeText(cut).text : text;
}
