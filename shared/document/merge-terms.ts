import type { Change } from '../editing/command.ts';

type Table = Change['table'];

/** Records whose fields are never mixed: a line of a ledger, a proven plan and its carry, a policy, a log of what was done. */
export const unmixed: ReadonlySet<Table> = new Set([
  'compTime',
  'quarters',
  'policies',
  'deliveries',
  'runs',
  'images',
  'scenarios',
]);

/** Fields that say one thing together. Half of each of two versions would be days, turns or terms that nobody ever chose. */
export const together: Readonly<Partial<Record<Table, readonly (readonly string[])[]>>> = {
  people: [['joinsOn', 'leavesOn', 'archivedOn']],
  rotations: [
    ['cadenceWeeks', 'handoff', 'startsOn', 'endsOn', 'succeeds'],
    ['kind', 'layers', 'participants', 'standIns'],
  ],
  shifts: [
    ['start', 'end', 'rotation', 'layer', 'covers'],
    ['person', 'origin', 'accepted'],
  ],
  leave: [['person', 'from', 'to', 'part', 'kind']],
  holidaySets: [['locked', 'reviewedOn']],
  holidays: [['actual', 'observed']],
  deadlines: [['anchor', 'time', 'zone', 'holidayRegion', 'convention', 'startsOn', 'endsOn']],
};

type EntryKey = (entry: Readonly<Record<string, unknown>>) => unknown;

/**
 * Lists in which each entry stands for itself, and by what it is known: they are merged entry by entry, and are in order of what they are known by. An
 * entry that both changed, and not alike, makes a conflict of the whole list. Lists whose order says something, such as turns, are not among them.
 */
export const lists: Readonly<Partial<Record<Table, Readonly<Record<string, EntryKey>>>>> = {
  people: { wishes: ({ week }) => week },
  tasks: { ownership: ({ from }) => from },
  holidaySets: { settled: ({ suggestion }) => suggestion },
  connections: {
    people: ({ outside }) => outside,
    rotations: ({ outside }) => outside,
    own: ({ outside }) => outside,
  },
};
