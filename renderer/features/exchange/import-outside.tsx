import { useMemo, useState } from 'react';
import { nextQuarter, quarterOf, quarterRange } from '../../../shared/calendar/days.ts';
import { changedTurns } from '../../../shared/exchange/held-turns.ts';
import { auditOf } from '../../../shared/exchange/import-audit.ts';
import type { OutsideExport } from '../../../shared/exchange/outside-schedule.ts';
import { outsideConnection, suggestedRoles, suggestedWho } from '../../../shared/exchange/outside-suggest.ts';
import { takeOutside, type OutsideTake } from '../../../shared/exchange/outside-take.ts';
import { turnStep } from '../../../shared/exchange/turn-steps.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { outsideFacts, outsideProblems, toolName } from '../../../shared/words/outside-text.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { AuditPart } from './audit-part.tsx';
import { PeopleMap, RolesMap } from './outside-maps.tsx';
import { takeTurns } from './take-turns.ts';
import { TurnChanges } from './turn-changes.tsx';

/** Quarters that turns may be taken for: this one and the next four. */
function quartersFrom(day: LocalDate): readonly QuarterId[] {
  const quarters = [quarterOf(day)];
  for (let next = 0; next < 4; next++) quarters.push(nextQuarter(quarters.at(-1) ?? quarterOf(day)));
  return quarters;
}

/** People with turns in what is used; everybody as long as nothing is. */
function concerned({ users }: OutsideExport, { parts }: OutsideTake): OutsideExport['users'] {
  const used = parts.filter(({ role }) => role !== null);
  if (used.length === 0) return users;
  const ids = new Set(used.flatMap(({ turns }) => turns.map(({ user }) => user)));
  return users.filter(({ id }) => ids.has(id));
}

interface Props {
  readonly file: string;
  readonly schedules: OutsideExport;
  readonly onClose: () => void;
}

/** Schedules of another tool before they are taken over: what stands for which role, who is who, the audit, what would change. */
export function ImportOutside({ file, schedules, onClose }: Props) {
  const workspace = useWorkspace();
  const day = today(workspace.about.zone);
  const quarters = quartersFrom(day);
  const [people, setPeople] = useState(() => suggestedWho(workspace, schedules));
  const [roles, setRoles] = useState(() => suggestedRoles(workspace, schedules));
  // A rule goes on for ever: by default it fills the quarter that is planned next.
  const [last, setLast] = useState<QuarterId>(quarters[1] ?? quarterOf(day));
  const { take, findings } = useMemo(() => {
    const terms = { people, roles, today: day, until: quarterRange(last).until };
    const taken = takeOutside(workspace, schedules, terms);
    return { take: taken, findings: auditOf(workspace, taken, terms) };
  }, [workspace, schedules, people, roles, day, last]);
  const problems = outsideProblems(workspace, schedules, take);
  const turns = take.roles.flatMap((role) => role.turns);
  const changed = take.roles.flatMap(changedTurns);
  const names = new Map(schedules.users.map(({ id, name }) => [id, name]));
  return (
    <ImportDialog
      title={`Import schedules of ${toolName[schedules.tool]}`}
      isOpen
      onClose={onClose}
      facts={outsideFacts(file, schedules)}
      reading={
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-[repeat(auto-fit,minmax(24rem,1fr))] items-start gap-6">
            <div className="max-h-84 overflow-auto">
              <RolesMap parts={schedules.parts} tool={schedules.tool} roles={roles} onChange={setRoles} />
            </div>
            <div className="max-h-84 overflow-auto">
              <PeopleMap users={concerned(schedules, take)} people={people} onChange={setPeople} />
            </div>
          </div>
          <div className="max-w-56">
            <Select
              label="Take turns up to the end of"
              options={quarters.map((id) => ({ id, title: quarterText(id) }))}
              value={last}
              onChange={setLast}
            />
          </div>
        </div>
      }
      problems={problems}
      action={{
        title: changed.length === 1 ? 'Import one turn' : `Import ${changed.length} turns`,
        disabledReason: problems.some(({ severity }) => severity === 'error')
          ? 'The file has errors: export it again'
          : take.roles.length === 0
            ? 'Say first what stands for which role'
            : changed.length === 0
              ? 'Nothing would change'
              : undefined,
        run: () => {
          const connection = outsideConnection(workspace, schedules, toolName[schedules.tool], {
            people,
            roles,
          });
          if (takeTurns(turnStep(workspace, file, changed, connection, day))) onClose();
        },
      }}
    >
      <AuditPart findings={findings} names={names} />
      <TurnChanges turns={turns.length} changed={changed} withDuty />
    </ImportDialog>
  );
}
