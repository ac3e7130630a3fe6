import type { PipelineId, RunbookId } from '../../../shared/model/ids.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

/** What somebody who wants out of a text would write. */
export const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;{{7*7}}`;
const long = 'Anna-Maria '.repeat(17).trim();
const rightToLeft = 'שרה לוי';

/** Stands in texts that no site may have, or only one for the house. */
export const secret = 'nobody-else-reads-this';

const runbook = (base: Runbook): Runbook => ({
  ...base,
  title: `${hostile} [redact]${secret}[/redact]`,
  dataTypes: [hostile, `[redact]${secret}`],
  issues: [
    {
      symptom: `${hostile} [redact]${secret}[/redact]`,
      cause: `<script>alert(3)</script> <b onclick="alert(4)">cause</b> [redact]${secret}[/redact]`,
      steps: [
        `[run](javascript:alert(5)) and [this](data:text/html,x)`,
        `![picture](https://evil.example/x.png)`,
        `[redact]\n${secret}\n[/redact]`,
      ],
      escalation: hostile,
    },
  ],
  slas: [
    { text: `${hostile} [redact]${secret}[/redact]`, dayOfMonth: 5, resolveWithinHours: 24, severity: null },
  ],
  links: [{ title: hostile, url: 'https://example.com/"><script>alert(6)</script>' }],
  frontMatter: `secret: ${secret}`,
  body: [
    `# ${hostile}`,
    '<iframe src="https://evil.example"></iframe><style>body{display:none}</style>',
    `[redact]`,
    secret,
    '[/redact]',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '- [ ] to do\n- [x] done',
    'A note.[^1]\n\n[^1]: Foot.',
    '```sh\nrm -rf "$HOME" # <script>\n```',
    '[other](runbook:runbook-growth) [none](runbook:runbook-none)',
    `[redact] never closed ${secret}`,
  ].join('\n\n'),
});

const namesOf = (index: number): string =>
  [hostile, long, rightToLeft, `${hostile} ${index}`][index] ?? `Person ${index}`;

/** The sample's team with a name, a title or a text of the worst kind wherever somebody may type one. */
export function hostileTeam(): Workspace {
  const sample = sampleWorkspace();
  const each = <Table extends object>(
    table: Table,
    change: (row: Table[keyof Table], index: number) => object,
  ) =>
    Object.fromEntries(
      Object.entries(table).map(([id, row], index) => [
        id,
        { ...(row as object), ...change(row as Table[keyof Table], index) },
      ]),
    ) as Table;
  const runbooks = Object.values(sample.runbooks);
  return {
    ...sample,
    about: { ...sample.about, name: hostile },
    people: each(sample.people, (_person, index) => ({
      name: namesOf(index),
      email: `${secret}@example.com`,
    })),
    tasks: each(sample.tasks, () => ({ name: hostile })),
    pipelines: each(sample.pipelines, () => ({ name: hostile })),
    rotations: each(sample.rotations, ({ layers }) => ({
      name: hostile,
      layers: layers.map((layer) => ({ ...layer, title: hostile })),
    })),
    holidays: each(sample.holidays, () => ({ name: hostile, tentative: true })),
    deadlines: each(sample.deadlines, (deadline: Deadline) => ({
      ...deadline,
      title: hostile,
      consumer: hostile,
    })),
    leave: each(sample.leave, () => ({ reason: secret })),
    shifts: each(sample.shifts, () => ({ note: secret })),
    runbooks: {
      ...sample.runbooks,
      [runbooks[0]!.id]: { ...runbook(runbooks[0]!), audience: 'investor' },
      ['runbook-inside' as RunbookId]: {
        ...runbooks[1]!,
        id: 'runbook-inside' as RunbookId,
        title: 'For the house',
        body: 'inside-only',
        audience: 'internal',
        pipeline: 'pipeline-none' as PipelineId,
      },
    },
  };
}
