import { useRef, useState } from 'react';
import { dateOf, quarterOf } from '../../../shared/calendar/days.ts';
import type { LeaveClash } from '../../../shared/planner/leave-clashes.ts';
import {
  leaveDaysText,
  clashCountText,
  clashTurnText,
  leaveKindText,
  standingText,
} from '../../../shared/words/leave-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { announce } from '../../state/announce.ts';
import { anchorOf, openDesk } from '../../state/shift-desk.ts';
import { showQuarter, showShifts, useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { setLeave } from './leave-store.ts';
import { Repairs, scopesOf } from './repairs.tsx';

/** What is to be repaired, what may come to be, and what the lead has accepted. */
export interface Sorted {
  readonly open: readonly LeaveClash[];
  readonly perhaps: readonly LeaveClash[];
  readonly accepted: readonly LeaveClash[];
}

export function sortClashes(clashes: readonly LeaveClash[]): Sorted {
  return {
    open: clashes.filter(({ leave, accepted }) => !leave.tentative && !accepted),
    perhaps: clashes.filter(({ leave }) => leave.tentative),
    accepted: clashes.filter(({ leave, accepted }) => !leave.tentative && accepted),
  };
}

/** The quarter of a turn must be in sight before something about it opens. */
function bringIntoView({ shift }: LeaveClash): void {
  const quarter = quarterOf(dateOf(shift.start));
  if (useView.getState().quarter !== quarter) showQuarter(quarter);
}

/** One turn, and who else could have it. */
function Turn({ clash }: { readonly clash: LeaveClash }) {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const item = useRef<HTMLLIElement>(null);
  const { shift } = clash;
  const standing = standingText(clash);
  const begun =
    clash.standing === 'begun' ? 'This turn has begun: correct it in its card on the Board' : undefined;
  const cover = clash.standing === 'cover' ? 'A cover is given away on the Calendar' : undefined;
  const give = (): void => {
    if (item.current === null) return;
    bringIntoView(clash);
    openDesk('give', shift.id, anchorOf(item.current));
  };
  const turn = clashTurnText(workspace, shift);
  return (
    <li ref={item} aria-label={turn} className="flex flex-col gap-0.5 py-1">
      <p>{turn}</p>
      {standing === '' ? null : <p className="text-label text-muted">{standing}</p>}
      <div className="flex gap-1">
        <Button
          size="small"
          disabledReason={readOnly === null ? (begun ?? cover) : `Read only: ${readOnly}`}
          onPress={give}
        >
          Give to…
        </Button>
        <Button
          size="small"
          kind="quiet"
          onPress={() => {
            bringIntoView(clash);
            showShifts([shift.covers ?? shift.id]);
          }}
        >
          On the Board
        </Button>
      </div>
    </li>
  );
}

const byLeave = (clashes: readonly LeaveClash[]): readonly (readonly LeaveClash[])[] => {
  const groups = new Map<string, LeaveClash[]>();
  for (const clash of clashes) {
    const known = groups.get(clash.leave.id);
    if (known === undefined) groups.set(clash.leave.id, [clash]);
    else known.push(clash);
  }
  return [...groups.values()];
};

/** Leave with conflicts in sight at once: repairs come first, and hundreds would keep the screen waiting. */
const AT_ONCE = 8;

function List({ title, clashes }: { readonly title: string; readonly clashes: readonly LeaveClash[] }) {
  const workspace = useWorkspace();
  const [most, setMost] = useState(AT_ONCE);
  if (clashes.length === 0) return null;
  const groups = byLeave(clashes);
  return (
    <section aria-label={title}>
      <h3 className="px-4 pt-3 text-label font-medium text-muted">{title}</h3>
      {groups.slice(0, most).map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const { leave } = first;
        return (
          <div key={leave.id} className="border-b border-divider px-4 py-2">
            <div className="flex items-center gap-2">
              <p className="min-w-0 flex-1">
                <b className="font-semibold">{personName(workspace, leave.person)}</b>, {leaveKindText(leave)}{' '}
                {leaveDaysText(leave)}
              </p>
              <Button size="small" kind="quiet" onPress={() => setLeave({ form: { leave, isNew: false } })}>
                Change…
              </Button>
            </div>
            <ul>
              {group.map((clash) => (
                <Turn key={clash.shift.id} clash={clash} />
              ))}
            </ul>
          </div>
        );
      })}
      {groups.length > most ? (
        <div className="px-4 py-2">
          <Button size="small" onPress={() => setMost(most + 5 * AT_ONCE)}>
            Show more ({groups.length - most})
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Turns that leave stands against, from today on, with the ways out of them. Nothing moves silently. */
export function Conflicts({ sorted: { open, perhaps, accepted } }: { readonly sorted: Sorted }) {
  return (
    <aside aria-label="Conflicts" className="leave-conflicts">
      <header className="flex items-center gap-2 border-b border-divider px-4 py-2.5">
        <h2 className="flex-1 text-section font-semibold">{clashCountText(open.length)}</h2>
        <Button
          size="small"
          kind="quiet"
          onPress={() => {
            setLeave({ conflictsOpen: false });
            announce('Conflicts closed.');
          }}
        >
          Close
        </Button>
      </header>
      {open.length + perhaps.length + accepted.length === 0 ? (
        <p className="px-4 py-3 text-muted">Nobody holds a turn on days of leave, from today on.</p>
      ) : null}
      {scopesOf(open).map((scope) => (
        <Repairs key={scope.quarter} scope={scope} />
      ))}
      <List title="To repair" clashes={open} />
      <List title="Perhaps: leave that is not settled" clashes={perhaps} />
      <List title="Placed anyway" clashes={accepted} />
    </aside>
  );
}
