import { CalendarOff, ChevronLeft, ChevronRight, Plus, TriangleAlert, Upload } from 'lucide-react';
import { addDays, quarterRange } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { leaveClashes } from '../../../shared/planner/leave-clashes.ts';
import { clashCountText } from '../../../shared/words/leave-text.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { showQuarter, showScreen, useView } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Conflicts, sortClashes, type Sorted } from './conflicts.tsx';
import { DraftCard } from './draft-card.tsx';
import { askForLeave } from './hold.ts';
import { firstPerson, LeaveForm } from './leave-form.tsx';
import { ImportLeave } from './import-leave.tsx';
import { LeaveStrip } from './leave-strip.tsx';
import { setLeave, useLeave } from './leave-store.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useLeaveFile } from './use-leave-file.ts';
import './leave.css';

const spans = [
  { id: 'quarter', title: 'Quarter' },
  { id: 'year', title: 'Year' },
] as const;

/** Conflicts are looked for this far ahead, in days: plans reach no farther. */
const AHEAD = 800;
/** From this width of the window the list of conflicts opens by itself. */
const ROOM = 1280;

const yearLater = (quarter: QuarterId, by: number): QuarterId =>
  `${Number(quarter.slice(0, 4)) + by}${quarter.slice(4)}` as QuarterId;

/** The year in sight; quarters are turned in the title bar. */
function Year() {
  const quarter = useView((view) => view.quarter);
  return (
    <div className="flex items-center">
      <IconButton
        label="Previous year"
        icon={<ChevronLeft size={16} aria-hidden />}
        onPress={() => showQuarter(yearLater(quarter, -1))}
      />
      <span className="min-w-12 text-center font-medium tabular-nums">{quarter.slice(0, 4)}</span>
      <IconButton
        label="Next year"
        icon={<ChevronRight size={16} aria-hidden />}
        onPress={() => showQuarter(yearLater(quarter, 1))}
      />
    </div>
  );
}

function addLeave(): void {
  const workspace = openWorkspace();
  const { cursor, anchor } = useLeave.getState();
  const person = firstPerson(workspace, cursor?.person ?? null);
  const first = quarterRange(useView.getState().quarter).from;
  const now = today(workspace.about.zone);
  // The quarter on view is what is being thought about, unless it has begun.
  const day = cursor?.day ?? (first > now ? first : now);
  if (person !== null) askForLeave(person, anchor ?? day, day);
}

interface ToolbarProps {
  readonly sorted: Sorted;
  readonly isOpen: boolean;
  readonly onImport: () => void;
}

function Toolbar({ sorted, isOpen, onImport }: ToolbarProps) {
  const span = useLeave((state) => state.span);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const blocked = readOnly === null ? undefined : `Read only: ${readOnly}`;
  return (
    <header className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <h2 className="text-title font-semibold">Leave</h2>
      <SegmentedControl
        label="Days in sight"
        options={spans}
        value={span}
        onChange={(next) => setLeave({ span: next })}
      />
      {span === 'year' ? <Year /> : null}
      <span className="flex-1" />
      <Button
        kind={sorted.open.length > 0 ? 'danger' : 'plain'}
        icon={sorted.open.length > 0 ? <TriangleAlert size={14} aria-hidden /> : undefined}
        hint={isOpen ? 'Hide the list of conflicts' : 'Show the list of conflicts and their repairs'}
        onPress={() => setLeave({ conflictsOpen: !isOpen })}
      >
        {clashCountText(sorted.open.length)}
      </Button>
      <Button
        icon={<Upload size={14} aria-hidden />}
        disabledReason={blocked}
        hint="From a calendar (.ics) or a table (.csv)"
        onPress={onImport}
      >
        Import…
      </Button>
      <Button
        kind="primary"
        icon={<Plus size={14} aria-hidden />}
        disabledReason={blocked}
        onPress={addLeave}
      >
        Add leave
      </Button>
    </header>
  );
}

function Legend() {
  return (
    <ul className="strip-legend" aria-label="Legend">
      <li>
        <span className="strip-bar" aria-hidden /> Leave
      </li>
      <li>
        <span className="strip-bar" data-tentative aria-hidden /> Not settled
      </li>
      <li>
        <span className="strip-bar" data-kind="comp-time" aria-hidden /> Comp time
      </li>
      <li>
        <span className="strip-bar" data-kind="other" aria-hidden /> Other absence
      </li>
      <li>
        <i data-sign="on-call" aria-hidden /> On call
      </li>
      <li>
        <i data-sign="clash" aria-hidden /> Conflict (×)
      </li>
      <li>
        <i data-sign="holiday" aria-hidden /> Holiday
      </li>
      <li className="ml-auto">Drag across days for new leave; Enter, M and Delete do the same by keys</li>
    </ul>
  );
}

/** Kept from one visit of the screen to the next. */
const sortedOf = memoise((workspace: Workspace, day: LocalDate) =>
  sortClashes(leaveClashes(workspace, { from: day, until: addDays(day, AHEAD) }, day)),
);

/** Who is away when: put down by hand, by keys or typed, brought in from a file, and its conflicts with the plan repaired. */
export function LeaveScreen() {
  const workspace = useWorkspace();
  const asked = useLeave((state) => state.conflictsOpen);
  const day = today(workspace.about.zone);
  const sorted = sortedOf(workspace, day);
  const file = useLeaveFile();
  const isOpen = asked ?? (sorted.open.length > 0 && window.innerWidth >= ROOM);
  if (Object.values(workspace.people).every(({ archivedOn }) => archivedOn !== null))
    return (
      <EmptyState
        title="Nobody is in this plan yet"
        icon={<CalendarOff size={22} aria-hidden />}
        action={<Button onPress={() => showScreen('people')}>Add people</Button>}
      >
        Leave belongs to people. Add them first; then drag across the days on which somebody is away.
      </EmptyState>
    );
  return (
    <>
      <Toolbar sorted={sorted} isOpen={isOpen} onImport={file.choose} />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <LeaveStrip />
          <Legend />
        </div>
        {isOpen ? <Conflicts sorted={sorted} /> : null}
      </div>
      <DraftCard />
      <LeaveForm />
      <MergeDialog />
      {file.source === null ? null : (
        <ImportLeave key={file.source.turn} source={file.source} onClose={file.close} />
      )}
    </>
  );
}
