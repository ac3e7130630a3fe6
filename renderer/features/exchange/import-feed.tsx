import { useMemo, useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { auditOfFeed } from '../../../shared/exchange/feed-audit.ts';
import { readFeed } from '../../../shared/exchange/feed-shifts.ts';
import { feedStep, rememberedFeed } from '../../../shared/exchange/feed-step.ts';
import { changedTurns } from '../../../shared/exchange/held-turns.ts';
import { DAYS_AHEAD, DAYS_BACK } from '../../../shared/exchange/outside-take.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { feedProblems } from '../../../shared/words/feed-in-text.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { AuditPart } from './audit-part.tsx';
import type { ChosenText } from './choose-schedule.ts';
import { roleOfOption, roleOptions } from './role-options.ts';
import { takeTurns } from './take-turns.ts';
import { TurnChanges } from './turn-changes.tsx';
import { counted } from '../../../shared/words/number-text.ts';

const ask = 'ask';
const nobody = 'nobody';

type Mapping = ReadonlyMap<string, PersonId | null>;

const mappedBefore = (workspace: Workspace, name: string): Mapping =>
  new Map(rememberedFeed(workspace, name)?.people.map(({ outside, person }) => [outside, person]));

function roleBefore(workspace: Workspace, name: string): string {
  const before = rememberedFeed(workspace, name)?.rotations[0];
  const roles = roleOptions(workspace);
  const wanted = `${before?.rotation ?? ''} ${before?.layer ?? ''}`;
  return (roles.find(({ id }) => id === wanted) ?? roles[0])?.id ?? '';
}

interface WhoProps {
  readonly said: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Asks who is meant by names that nobody here has. */
function WhoIsWho({ said, mapping, onChange }: WhoProps) {
  const workspace = useWorkspace();
  const people = recordsOf(workspace, 'people').filter(({ archivedOn }) => archivedOn === null);
  const choose = (name: string, id: string): void => {
    const next = new Map(mapping);
    if (id === ask) next.delete(name);
    else next.set(name, id === nobody ? null : (id as PersonId));
    onChange(next);
  };
  const options = [
    { id: ask, title: 'Not said yet' },
    { id: nobody, title: 'Leave out' },
    ...people.map(({ id }) => ({ id, title: nameAlone(workspace, id) })),
  ];
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3">
      {said.map((name) => {
        const mapped = mapping.get(name);
        return (
          <Select
            key={name}
            label={`“${name}” is`}
            options={options}
            value={mapped === undefined ? ask : (mapped ?? nobody)}
            onChange={(id) => choose(name, id)}
          />
        );
      })}
    </div>
  );
}

interface Props {
  readonly file: ChosenText;
  readonly onClose: () => void;
}

/** A feed before it is taken over: which role, who is who, what would change. */
export function ImportFeed({ file, onClose }: Props) {
  const workspace = useWorkspace();
  const [role, setRole] = useState(() => roleBefore(workspace, file.name));
  const [mapping, setMapping] = useState(() => mappedBefore(workspace, file.name));
  const chosen = roleOfOption(role);
  const rotation = recordOf(workspace, 'rotations', chosen?.rotation ?? '');
  const layer = chosen?.layer;
  const read = useMemo(() => {
    if (rotation === undefined || layer === undefined) return null;
    const day = today(workspace.about.zone);
    const range = { from: addDays(day, -DAYS_BACK), until: addDays(day, DAYS_AHEAD) };
    const terms = { rotation, layer, mapping, ...range };
    const feed = readFeed(workspace, file.text, terms);
    return { feed, terms, findings: auditOfFeed(workspace, feed, terms, file.name) };
  }, [workspace, file, rotation, layer, mapping]);
  const names = useMemo(
    () => new Map(recordsOf(workspace, 'people').map(({ id }) => [id as string, nameAlone(workspace, id)])),
    [workspace],
  );
  if (read === null) return null;
  const { feed, terms, findings } = read;
  const changes = changedTurns(feed);
  const changed = changes.length;
  const said = [...new Set([...feed.unknown.keys(), ...mapping.keys()])];
  const events = feed.calendar.items.length;
  const problems = feedProblems(workspace, feed);
  const isBroken = problems.some(({ severity }) => severity === 'error');
  return (
    <ImportDialog
      title="Import a schedule"
      isOpen
      onClose={onClose}
      facts={`${file.name}, ${counted(events, 'event')}`}
      reading={
        <div className="flex flex-col gap-3">
          <div className="max-w-80">
            <Select
              label="Its turns are of"
              options={roleOptions(workspace)}
              value={role}
              onChange={setRole}
            />
          </div>
          {said.length === 0 ? null : <WhoIsWho said={said} mapping={mapping} onChange={setMapping} />}
        </div>
      }
      problems={problems}
      action={{
        title: changed === 1 ? 'Import one turn' : `Import ${changed} turns`,
        disabledReason: isBroken
          ? 'The file has errors: save it again'
          : changed === 0
            ? 'Nothing would change'
            : undefined,
        run: () => {
          const day = today(workspace.about.zone);
          if (takeTurns(feedStep(workspace, feed, file.name, terms, day))) onClose();
        },
      }}
    >
      <AuditPart findings={findings} names={names} />
      <TurnChanges turns={feed.turns.length} changed={changes} withDuty={false} />
    </ImportDialog>
  );
}
