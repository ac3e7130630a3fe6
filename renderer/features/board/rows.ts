import type { ViewFilter } from '../../../shared/contract/preferences.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Finding } from '../../../shared/planner/finding.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { isShadow } from '../../../shared/rotation/shadow.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import type { Face } from '../../state/chip-faces.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { dueTicks, leaveMarks, type DueTick, type LeaveMark } from './row-marks.ts';
import { showsPerson } from '../../state/filtered.ts';
import type { Pivot } from '../../state/view-store.ts';
import { isTiny, stack, type Columns } from './layout.ts';
import { sizes } from './sizes.ts';
import type { Week } from './weeks.ts';

/** A chip where it lies in its row. */
export interface PlacedChip {
  readonly slot: Slot;
  readonly face: Face;
  readonly column: number;
  readonly span: number;
  /** Where it takes single days only: from and until, counted from its first Monday. */
  readonly days: readonly [number, number] | null;
  readonly top: number;
  readonly height: number;
}

interface RowBase {
  readonly key: string;
  readonly height: number;
  readonly chips: readonly PlacedChip[];
  /** For each week the places in `chips` that lie in it. */
  readonly cells: readonly (readonly number[])[];
}

export type BoardRow =
  | (RowBase & { readonly kind: 'section'; readonly title: string })
  | (RowBase & {
      readonly kind: 'person';
      readonly person: PersonId;
      readonly name: string;
      readonly position: number;
      readonly region: string | null;
      readonly leave: readonly LeaveMark[];
      readonly dues: readonly DueTick[];
    })
  | (RowBase & {
      readonly kind: 'gaps';
      readonly count: number;
      /** Of which time the count is: "Q1 2027", "2027". */
      readonly scope: string;
      readonly more: readonly number[];
    })
  | (RowBase & {
      readonly kind: 'rotation';
      readonly rotation: RotationId;
      readonly layer: LayerName;
      readonly name: string;
      readonly layerTitle: string;
      readonly filled: boolean;
      readonly hue: number;
      readonly slots: readonly (ShiftId | null)[];
      readonly dues: readonly DueTick[];
    });

function place(drafts: readonly Draft[], columns: Columns, least: number, landing: number) {
  const blocks = drafts.map((draft) => ({
    column: draft.column,
    span: draft.span,
    height: draft.face.conflict === null || isTiny(draft, columns) ? sizes.chip : sizes.chipWithConflict,
  }));
  const { tops, height } = stack(blocks, least);
  const chips = drafts.map((draft, index): PlacedChip => ({
    ...draft,
    top: tops[index] ?? 0,
    height: blocks[index]?.height ?? sizes.chip,
  }));
  const cells: number[][] = Array.from({ length: columns.count }, () => []);
  chips.forEach(({ column, span }, index) => {
    for (let at = column; at < column + span; at++) cells[at]?.push(index);
  });
  return { chips, cells, height: Math.max(least, drafts.length === 0 ? least : height + landing) };
}

/** What the rows are made of. */
export interface RowInput {
  readonly workspace: Workspace;
  readonly slots: readonly Slot[];
  readonly weeks: readonly Week[];
  /** How wide the weeks are: a chip too narrow for words needs no room for them. */
  readonly columns: Columns;
  readonly findings: readonly Finding[];
  /** Slots that a shown proposal changes. */
  readonly proposed: ReadonlyMap<ShiftId, PersonId | null>;
  readonly pivot: Pivot;
  /** Whose rows and which duties are shown. Who holds a duty that is shown stands in its row, whoever it is. */
  readonly filter: ViewFilter;
  /** Show all gaps, however many; else two a week and a count. */
  readonly allGaps: boolean;
  /** The time on view: "Q1 2027", "2027". */
  readonly scope: string;
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const gapsShown = 2;
const noDrafts: readonly Draft[] = [];

/** Up to this many people the team is small: both pivots stand above each other, and rows leave room to land on. */
export const smallTeam = 10;

function personRows(
  { workspace, weeks, columns, filter }: RowInput,
  drafts: readonly Draft[],
  landing: number,
  recall: Recall,
): readonly BoardRow[] {
  const held = groupBy(drafts, ({ slot }) => workspace.shifts[slot.id]?.person ?? null);
  const leave = groupBy(Object.values(workspace.leave), ({ person }) => person);
  const [first, last] = [weeks[0]?.monday, weeks[weeks.length - 1]?.sunday];
  return Object.values(workspace.people)
    .filter(({ id }) => showsPerson(filter, id))
    .filter((person) => held.has(person.id) || inTeam(person, first, last))
    .sort((a, b) => a.position - b.position)
    .map((person) => {
      const own = held.get(person.id) ?? noDrafts;
      return recall(person.id, own, () => ({
        kind: 'person',
        key: person.id,
        person: person.id,
        name: nameAlone(workspace, person.id),
        position: person.position,
        // Whoever has no region of their own keeps the team's holidays, as their points do.
        region: person.region ?? workspace.about.region,
        leave: leaveMarks(leave.get(person.id) ?? [], weeks),
        dues: dueTicks(
          workspace,
          weeks,
          own.map(({ slot }) => slot),
        ),
        ...place(own, columns, landing > 0 ? sizes.personRow : sizes.leastRow, landing),
      }));
    });
}

const inTeam = (
  person: Workspace['people'][PersonId],
  first: LocalDate | undefined,
  last: LocalDate | undefined,
): boolean =>
  first !== undefined &&
  last !== undefined &&
  person.archivedOn === null &&
  (person.joinsOn === null || person.joinsOn <= last) &&
  (person.leavesOn === null || person.leavesOn >= first);

function gapsRow(
  { workspace, weeks, columns, allGaps, scope }: RowInput,
  drafts: readonly Draft[],
  recall: Recall,
): BoardRow {
  const gaps = drafts.filter(({ slot }) => {
    if (workspace.shifts[slot.id] !== undefined) return false;
    const rotation = workspace.rotations[slot.rotation];
    // Nobody has to look on: an open turn without duty is no gap.
    return rotation === undefined || !isShadow(rotation, slot.layer);
  });
  return recall('gaps', gaps, () => {
    const perWeek = new Map<number, number>();
    const shown = gaps.filter(({ column }) => {
      const count = (perWeek.get(column) ?? 0) + 1;
      perWeek.set(column, count);
      return allGaps || count <= gapsShown;
    });
    const more = weeks.map((_, column) =>
      allGaps ? 0 : Math.max(0, (perWeek.get(column) ?? 0) - gapsShown),
    );
    const placed = place(shown, columns, sizes.leastRow, 0);
    const extra = more.some((count) => count > 0) ? 18 : 0;
    return {
      kind: 'gaps',
      key: 'gaps',
      count: gaps.length,
      scope,
      more,
      ...placed,
      height: placed.height + extra,
    };
  });
}

const runsIn = (rotation: Rotation, held: ReadonlySet<RotationId>): boolean => held.has(rotation.id);

function rotationRows(
  { workspace, weeks, columns }: RowInput,
  drafts: readonly Draft[],
  recall: Recall,
): readonly BoardRow[] {
  const byLayer = groupBy(drafts, ({ slot }) => `${slot.rotation}/${slot.layer}`);
  const held = new Set(drafts.map(({ slot }) => slot.rotation));
  return Object.values(workspace.rotations)
    .filter((rotation) => runsIn(rotation, held))
    .sort((a, b) => a.position - b.position)
    .flatMap((rotation) =>
      rotation.layers.map((layer, index): BoardRow => {
        const key = `${rotation.id}/${layer.name}`;
        const own = byLayer.get(key) ?? noDrafts;
        return recall(key, own, () => {
          const placed = place(own, columns, sizes.leastRow, 0);
          return {
            kind: 'rotation',
            key,
            rotation: rotation.id,
            layer: layer.name,
            name: rotation.name,
            layerTitle: layer.title,
            filled: index === 0,
            hue: rotation.position,
            dues: dueTicks(
              workspace,
              weeks,
              own.map(({ slot }) => slot),
            ),
            slots: placed.cells.map((cell) => placed.chips[cell[0] ?? -1]?.slot.id ?? null),
            ...placed,
          };
        });
      }),
    );
}

const section = (title: string, weekCount: number): BoardRow => ({
  kind: 'section',
  key: `section-${title}`,
  title,
  height: sizes.section,
  chips: [],
  cells: Array.from({ length: weekCount }, () => []),
});

type Recall = (key: string, drafts: readonly Draft[], make: () => BoardRow) => BoardRow;

interface KnownRow {
  readonly drafts: readonly Draft[];
  readonly row: BoardRow;
}

let known: { readonly grounds: readonly unknown[]; readonly rows: Map<string, KnownRow> } = {
  grounds: [],
  rows: new Map(),
};

/** Makes a row anew only where its chips differ from those it was made of last: a moved shift touches two of sixty rows. */
function recallFrom({ workspace, weeks, columns, allGaps }: RowInput, landing: number): Recall {
  const { about, people, rotations, pipelines, leave } = workspace;
  const grounds = [about, people, rotations, pipelines, leave, weeks, columns.week, allGaps, landing];
  if (!grounds.every((ground, index) => ground === known.grounds[index]))
    known = { grounds, rows: new Map() };
  const { rows } = known;
  return (key, drafts, make) => {
    const last = rows.get(key);
    const isSame =
      last !== undefined &&
      last.drafts.length === drafts.length &&
      last.drafts.every((draft, index) => draft === drafts[index]);
    if (isSame) return last.row;
    const row = make();
    rows.set(key, { drafts, row });
    return row;
  };
}

/** All rows of the Board in order: people and gaps, rotations, or both above each other. */
export function rowsOf(input: RowInput): readonly BoardRow[] {
  const drafts = draftsOf(input);
  const { pivot, weeks, workspace } = input;
  const landing = Object.keys(workspace.people).length <= smallTeam ? sizes.landing : 0;
  const recall = recallFrom(input, landing);
  const people = () => [...personRows(input, drafts, landing, recall), gapsRow(input, drafts, recall)];
  if (pivot === 'people') return people();
  if (pivot === 'rotations') return rotationRows(input, drafts, recall);
  return [
    section('People', weeks.length),
    ...people(),
    section('Rotations', weeks.length),
    ...rotationRows(input, drafts, recall),
  ];
}
