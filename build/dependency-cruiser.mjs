/**
 * The arrows between folders (the README draws them). Each rule says why it is there; breaking one fails the check.
 *
 * Type-only imports count as well: who names another's types depends on it.
 */

/** Rows of shared/, lowest first. A row may import itself, within its own folder, and the rows before it. */
const rows = [
  { folders: [], files: ['result', 'assert-never'] },
  { folders: ['model'] },
  { folders: ['calendar'] },
  { folders: ['print'] }, // what all paper has in common
  { folders: ['rotation', 'runbooks'] },
  { folders: ['comp-time'] }, // earned by who was on call at last, covers included, which rotation/ knows
  { folders: ['fairness'] },
  { folders: ['deadlines'] }, // whose they are, which fairness/ knows, and who is on call that day
  { folders: ['planner'] },
  { folders: ['scenarios'] }, // what if: a plan under other facts, which editing/ adopts
  { folders: ['editing'] },
  { folders: ['document', 'exchange'] },
  { folders: ['contract'] },
];

/** The line of the journal is the record that undo is rebuilt from: editing reads its type, the rest of document/ stays above. */
const journalLine = '^shared/document/journal-line\\.ts$';

const pathsOf = ({ folders, files = [] }) => [
  ...folders.map((folder) => `^shared/${folder}/`),
  ...files.map((file) => `^shared/${file}\\.ts$`),
];

const rowRules = rows.flatMap((row, index) =>
  row.folders.map((folder) => ({
    name: `shared-${folder}-looks-down`,
    comment: `shared/${folder}/ knows only what stands below it, so that the lower parts can be read, tested and changed without it.`,
    severity: 'error',
    from: { path: `^shared/${folder}/` },
    to: {
      path: '^shared/',
      pathNot: [
        `^shared/${folder}/`,
        ...rows.slice(0, index).flatMap(pathsOf),
        ...(folder === 'editing' ? [journalLine] : []),
      ],
    },
  })),
);

/** Packages of node_modules by name, for `path`. */
const packages = (...names) => names.map((name) => `node_modules/${name}(/|$)`);

/** A rule "from may import nothing in `never`". */
const never = (name, from, to, comment, fromNot) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...(fromNot ? { pathNot: fromNot } : {}) },
  to,
});

/** A rule "from may import, of our own folders, only `only`". */
const ownOnly = (name, from, only, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(shared|electron|renderer|test|build)/', pathNot: only },
});

export default {
  forbidden: [
    never(
      'no-cycles',
      '^(shared|electron|renderer)/',
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Two files that need each other are one file, or hide a third.',
    ),
    never(
      'resolved',
      '^(shared|electron|renderer|test)/',
      {
        couldNotResolve: true,
        path: '^\\.|^[a-z@]',
        pathNot: ['^electron$', '\\?(url|inline|raw|worker)', '^virtual:'],
      },
      'An import that leads nowhere breaks the build on somebody else’s machine.',
    ),
    never(
      'nothing-imports-tests',
      '^(shared|electron|renderer)/',
      { path: '^(test|build)/' },
      'What ships does not depend on what checks or builds it.',
    ),

    // shared/
    never(
      'shared-is-the-trade',
      '^shared/',
      { path: '^(electron|renderer)/' },
      'shared/ runs in the window, in the hosts and in tests alike: it knows none of them.',
    ),
    never(
      'shared-has-no-node',
      '^shared/',
      { dependencyTypes: ['core'] },
      'shared/ must run in the window, where there is no Node.',
    ),
    never(
      'shared-packages',
      '^shared/',
      { path: 'node_modules', pathNot: packages('zod', 'date-fns', 'temporal-polyfill', 'temporal-spec') },
      'The trade stands on two small libraries; parsers belong to runbooks/ and exchange/.',
      ['^shared/(runbooks|exchange|print)/'],
    ),
    never(
      'zone-library-in-calendar',
      '^shared/',
      { path: packages('temporal-polyfill') },
      'calendar/ alone knows zones and daylight saving.',
      ['^shared/calendar/'],
    ),
    never(
      'parsers-in-their-place',
      '^shared/(runbooks|exchange|print)/',
      {
        path: 'node_modules',
        pathNot: packages(
          'zod',
          'date-fns',
          'unified',
          'remark-[a-z]+',
          'rehype-[a-z]+',
          'hast-[a-z-]+',
          'mdast-[a-z-]+',
          'micromark[a-z-]*',
          'yaml',
          'minisearch',
          'diff',
          '@types/[a-z]*ast',
          'vfile',
          'unist-[a-z-]+',
          'temporal-polyfill',
          'papaparse',
          'ical.js',
          'timezones-ical-library',
          'write-excel-file',
        ),
      },
      'runbooks/ parses Markdown and YAML and searches; exchange/ parses formats; neither needs more.',
    ),
    ...rowRules,
    never(
      'shared-base-stands-alone',
      '^shared/[^/]+\\.ts$',
      { path: '^shared/.+/' },
      'result and assert-never are the ground.',
    ),
    never(
      'words-are-said-by-hosts-and-window',
      '^shared/(?!words/)',
      { path: '^shared/words/' },
      'Decisions return tagged values; only whoever speaks to a person makes sentences of them.',
      ['^shared/(sample|site)/'],
    ),
    never(
      'site-is-made-by-whoever-publishes',
      '^shared/(?!site/)',
      { path: '^shared/site/' },
      'A site is made of everything else in the trade; nothing there depends on how it is published.',
    ),
    never(
      'words-know-the-contract-by-type',
      '^shared/words/',
      { path: '^shared/contract/(schemas|channels)' },
      'Sentences are made of problems, whose types are all that words need.',
    ),
    ownOnly(
      'sample-is-data',
      '^shared/sample/',
      ['^shared/(model|calendar|rotation|comp-time|editing|sample|runbooks)/', '^shared/[^/]+\\.ts$'],
      'The sample is made with the model and with edits like any workspace.',
    ),
    never(
      'sample-is-chosen-by-hosts',
      '^shared/(?!sample/)',
      { path: '^shared/sample/' },
      'Nothing in the trade depends on one team’s data.',
    ),

    // electron/
    ownOnly(
      'services-know-ports',
      '^electron/services/',
      ['^shared/', '^electron/(services|storage)/', '^electron/ports\\.ts$'],
      'Services serve every host, so they know none.',
    ),
    never(
      'services-are-no-electron',
      '^electron/services/',
      { path: ['^electron$', ...packages('electron', 'ws', 'lowdb')] },
      'Services run under plain Node as well.',
    ),
    never(
      'services-have-no-node',
      '^electron/services/',
      { dependencyTypes: ['core'] },
      'Services reach files, clock and windows through ports, so that tests can fail them one by one.',
    ),
    ownOnly(
      'storage-keeps',
      '^electron/storage/',
      ['^shared/', '^electron/storage/', '^electron/ports\\.ts$'],
      'Storage knows documents and the disk, not who asks.',
    ),
    never(
      'storage-is-no-electron',
      '^electron/storage/',
      { path: ['^electron$', ...packages('electron', 'ws')] },
      'Storage runs under plain Node: its torture tests need no window.',
    ),
    ...['desktop', 'browser', 'command-line'].map((host) =>
      never(
        `${host}-is-one-host`,
        `^electron/${host}/`,
        {
          path: ['^electron/(desktop|browser|command-line)/', '^renderer/'],
          pathNot: [`^electron/${host}/`],
        },
        'Hosts share the table of handlers, not each other: each is packed alone.',
      ),
    ),
    never(
      'electron-in-desktop-only',
      '^(shared|renderer|electron/(?!desktop/)|test/(?!end-to-end/|bench/))',
      { path: ['^electron$', ...packages('electron')] },
      'Importing electron elsewhere starts a download, and ties the code to one host.',
    ),
    never(
      'ws-in-browser-only',
      '^(shared|renderer|electron/(?!browser/))',
      { path: packages('ws') },
      'The socket is the browser host’s transport.',
    ),
    never(
      'lowdb-in-storage-only',
      '^(shared|renderer|electron/(?!storage/))',
      { path: packages('lowdb') },
      'Its adapter decides when something is durable, so it stays where that is decided.',
    ),
    never(
      'files-in-one-place',
      '^electron/',
      { path: '^(node:)?fs(/promises)?$' },
      'Every touch of the disk goes through one port, so that each can be made to fail in a test.',
      ['^electron/storage/node-files\\.ts$'],
    ),
    never(
      'preload-is-thin',
      '^electron/desktop/preload\\.ts$',
      {
        path: ['^(shared|electron|renderer)/'],
        pathNot: ['^shared/contract/', '^electron$', '^electron/desktop/preload-[a-z-]+\\.ts$'],
      },
      'The preload is the only code between page and system: it is read at one glance.',
    ),

    // renderer/
    never(
      'window-and-keeper-are-apart',
      '^renderer/',
      { path: ['^electron(/|$)'] },
      'The window speaks to its keeper by the contract alone.',
    ),
    never(
      'window-has-no-node',
      '^renderer/',
      { dependencyTypes: ['core'] },
      'The page is sandboxed: there is no Node.',
    ),
    {
      name: 'features-are-apart',
      comment: 'A feature is removed by deleting its folder; what two need lives in state/, ui/ or shared/.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    ownOnly(
      'features-ask-state',
      '^renderer/features/',
      ['^shared/', '^renderer/(features|state|ui|styles)/'],
      'A feature shows and asks; how the keeper is reached is not its concern.',
    ),
    never(
      'fullcalendar-in-calendar',
      '^(shared|renderer/(?!features/calendar/))',
      { path: packages('@fullcalendar') },
      'FullCalendar draws one screen and is loaded with it.',
    ),
    ownOnly(
      'state-below-features',
      '^renderer/state/',
      ['^shared/', '^renderer/(state|bridge|workers)/'],
      'State is read by features, so it knows none of them.',
    ),
    ownOnly(
      'bridge-is-the-contract',
      '^renderer/bridge/',
      ['^shared/contract/', '^renderer/bridge/', '^shared/[^/]+\\.ts$'],
      'The bridge carries messages and looks into none.',
    ),
    ownOnly(
      'ui-has-no-domain',
      '^renderer/ui/',
      ['^renderer/(ui|styles)/'],
      'A button that knows a shift is a feature.',
    ),
    ownOnly(
      'workers-run-the-trade',
      '^renderer/workers/',
      ['^shared/', '^renderer/workers/'],
      'A worker has no page.',
    ),
    never(
      'solver-behind-its-port',
      '^(shared|renderer|electron)/',
      { path: packages('highs') },
      'The solver is 3.5 MB: only who fills its port loads it.',
      ['^renderer/workers/', '^electron/command-line/'],
    ),
  ],
  required: [
    {
      name: 'test-imports-its-subject',
      comment:
        'Tests sit where their subject does, so that each is found; one that imports nothing from there checks something else.',
      severity: 'error',
      module: { path: '^test/(shared|electron)/([^/]+)/.*\\.test\\.tsx?$' },
      // By itself, or through a helper that stands beside it.
      to: { path: ['^$1/$2/', '^test/$1/$2/(?!.*\\.test\\.)'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.css'],
    },
  },
};
