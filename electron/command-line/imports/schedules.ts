import { nextQuarter, quarterOf, quarterRange } from '../../../shared/calendar/days.ts';
import { changedTurns } from '../../../shared/exchange/held-turns.ts';
import { auditOf } from '../../../shared/exchange/import-audit.ts';
import { readOutsideFile } from '../../../shared/exchange/outside-file.ts';
import type { OutsideExport, OutsidePart } from '../../../shared/exchange/outside-schedule.ts';
import { outsideConnection, suggestedRoles, suggestedWho } from '../../../shared/exchange/outside-suggest.ts';
import { takeOutside, type Role } from '../../../shared/exchange/outside-take.ts';
import { turnStep } from '../../../shared/exchange/turn-steps.ts';
import { folded } from '../../../shared/model/faults/report.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { auditLines } from '../../../shared/words/audit-text.ts';
import { outsideFaultText, outsideProblems, toolName } from '../../../shared/words/outside-text.ts';
import { Stop } from '../outcome.ts';
import { layerNamed, layersHere } from '../turn-named.ts';
import type { ImportAsked, ImportFormat } from './format.ts';
import { onlyFile } from './text-file.ts';

/** What the file holds. @throws Stop where it is no export, with what to do instead */
function exportIn({ workspace, ...asked }: ImportAsked): {
  readonly name: string;
  readonly file: OutsideExport;
} {
  const { name, text } = onlyFile({ workspace, ...asked });
  const found = readOutsideFile(text, workspace.about.zone);
  if (found.kind === 'calendar') throw new Stop(`${name} is a calendar: take it with --format on-call.`);
  if (found.kind === 'unreadable') throw new Stop(outsideFaultText(name, found.why));
  return { name, file: found.export };
}

/** The one part of this name or id, however it is written. @throws Stop with the names there are */
function partNamed({ parts }: OutsideExport, text: string): OutsidePart {
  const found = parts.filter(({ id, name }) => id === text || folded(name) === folded(text));
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  const names = parts.slice(0, 12).map(({ id, name }) => `"${second === undefined ? name : id}"`);
  throw new Stop(
    `--layer: "${text}" is ${second === undefined ? 'not in the file' : 'the name of several in the file'}. There are ${names.join(', ')}${parts.length > names.length ? ` and ${parts.length - names.length} more` : ''}.`,
  );
}

/** `Data platform, Primary=Team primary`, as often as there are parts; one part alone needs no name, and nothing behind the sign leaves a part out. */
function rolesOf(
  workspace: Workspace,
  file: OutsideExport,
  said: readonly string[],
): ReadonlyMap<string, Role> {
  const roles = new Map(suggestedRoles(workspace, file));
  const [alone, second] = file.parts;
  for (const text of said) {
    const at = text.lastIndexOf('=');
    if (at < 0 && second !== undefined)
      throw new Stop(
        `--layer is a schedule of the file and a layer here, such as "${alone?.name ?? ''}=Team primary", not "${text}".`,
      );
    const part = at < 0 ? alone : partNamed(file, text.slice(0, at).trim());
    if (part === undefined) continue;
    const wanted = text.slice(at + 1).trim();
    if (wanted === '') roles.delete(part.id);
    else {
      const { rotation, layer } = layerNamed(workspace, wanted);
      roles.set(part.id, { rotation: rotation.id, layer });
    }
  }
  return roles;
}

/** Who is who: by names, ids and addresses of the file as they were said, else as they are known. @throws Stop where nobody there is called so */
function peopleOf(
  workspace: Workspace,
  file: OutsideExport,
  mapping: ImportAsked['mapping'],
): ReadonlyMap<string, PersonId | null> {
  const people = new Map(suggestedWho(workspace, file));
  for (const [text, person] of mapping) {
    const wanted = folded(text);
    const found = file.users.filter(
      ({ id, name, email }) => id === text || folded(name) === wanted || folded(email ?? '') === wanted,
    );
    if (found.length === 0) throw new Stop(`--map: nobody in the file is called "${text}".`);
    for (const { id } of found) people.set(id, person);
  }
  return people;
}

/** What stops everything as long as nobody says which layer a schedule stands for. */
const missingText = (workspace: Workspace, { parts: [first] }: OutsideExport): string =>
  `Nothing in the file stands for a layer here yet. Say which does: --layer "${first?.name ?? ''}=LAYER", with one of ${layersHere(workspace)}.`;

/** Schedules of other tools, several roles at once, looked over before they are taken. */
export const schedules: ImportFormat = {
  help: 'schedules of PagerDuty, Opsgenie, Grafana OnCall, Datadog (JSON, Terraform), with an audit',
  takes: 'one file',
  options: ['map', 'layer', 'quarter'],
  read: (asked) => {
    const { workspace, today, quarter } = asked;
    const { name, file } = exportIn(asked);
    const people = peopleOf(workspace, file, asked.mapping);
    const roles = rolesOf(workspace, file, asked.layers);
    // A rule goes on for ever: by default it fills the quarter that is planned next, as in the window.
    const { until } = quarterRange(quarter ?? nextQuarter(quarterOf(today)));
    const terms = { people, roles, today, until };
    const take = takeOutside(workspace, file, terms);
    const findings = auditOf(workspace, take, terms);
    const changed = take.roles.flatMap(changedTurns);
    const names = new Map(file.users.map((user) => [user.id, user.name]));
    const connection = outsideConnection(workspace, file, toolName[file.tool], { people, roles });
    return {
      command: changed.length === 0 ? null : turnStep(workspace, name, changed, connection, today),
      problems: outsideProblems(workspace, file, take),
      audit: auditLines(workspace, findings, names),
      unknown: findings.flatMap((one) => (one.kind === 'unknown' ? [names.get(one.user) ?? one.user] : [])),
      missing: take.roles.length === 0 ? missingText(workspace, file) : null,
    };
  },
};
