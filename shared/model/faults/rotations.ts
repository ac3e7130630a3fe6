import type { Quarter } from '../quarter.ts';
import type { Rotation } from '../rotation.ts';
import type { Shift } from '../shift.ts';
import { recordOf } from '../tables.ts';
import type { Workspace } from '../workspace.ts';
import { areUnique, folded, type Report } from './report.ts';

export function checkRotation(workspace: Workspace, rotation: Rotation, report: Report): void {
  const layers = new Set(rotation.layers.map(({ name }) => name));
  report.needs('pipelines', rotation.pipeline, 'pipeline');
  report.apart(rotation, 'name', (row) => (row.archivedOn === null ? folded(row.name) : null));
  report.unless(
    rotation.endsOn === null || rotation.startsOn <= rotation.endsOn,
    'endsOn',
    'the end is before the start',
  );
  report.unless(layers.size === rotation.layers.length, 'layers', 'two layers have one name');
  report.unless(
    areUnique(rotation.participants.map(({ person }) => person)),
    'participants',
    'somebody stands in the turn order twice',
  );
  for (const participant of rotation.participants) {
    report.needs('people', participant.person, 'participants');
    report.unless(areUnique(participant.layers), 'participants', `${participant.person} has a layer twice`);
    for (const layer of participant.layers) {
      report.unless(
        layers.has(layer),
        'participants',
        `${participant.person} takes turns in ${layer}, which is no layer of the rotation`,
      );
    }
  }
  if (rotation.standIns === 'task-owners') {
    report.unless(
      rotation.pipeline !== null,
      'standIns',
      'owners can only stand in where the rotation watches a pipeline',
    );
  } else {
    report.unless(areUnique(rotation.standIns), 'standIns', 'somebody is named twice');
    for (const person of rotation.standIns) report.needs('people', person, 'standIns');
  }
  report.needs('rotations', rotation.succeeds, 'succeeds');
  report.unless(!succeedsItself(workspace, rotation), 'succeeds', 'the rotation comes after itself');
}

function succeedsItself(workspace: Workspace, rotation: Rotation): boolean {
  const seen = new Set<string>([rotation.id]);
  let earlier = rotation.succeeds;
  while (earlier !== null) {
    if (seen.has(earlier)) return true;
    seen.add(earlier);
    earlier = recordOf(workspace, 'rotations', earlier)?.succeeds ?? null;
  }
  return false;
}

export function checkShift(workspace: Workspace, shift: Shift, report: Report): void {
  const { rotation, layer, start, end, covers } = shift;
  report.needs('people', shift.person, 'person');
  report.needs('rotations', rotation, 'rotation');
  const known = recordOf(workspace, 'rotations', rotation)?.layers.some(({ name }) => name === layer) ?? true;
  report.unless(known, 'layer', `${rotation} has no layer ${layer}`);
  report.unless(start < end, 'end', 'the shift ends before it starts');
  const own =
    covers === null ? `${rotation}/${layer}/${start.slice(0, 10)}` : `${covers}/cover/${start.slice(0, 10)}`;
  report.unless(shift.id === own, 'id', `the shift's fields say ${own}`);
  report.unless(areUnique(shift.accepted), 'accepted', 'a rule is accepted twice');
  if (covers === null) return;
  const covered = recordOf(workspace, 'shifts', covers);
  report.needs('shifts', covers, 'covers');
  if (covered === undefined) return;
  report.unless(covered.covers === null, 'covers', 'a cover is covered');
  report.unless(
    covered.start <= start && end <= covered.end,
    'start',
    'the cover reaches beyond the shift it covers',
  );
}

export function checkQuarter(quarter: Quarter, report: Report): void {
  report.needs('policies', quarter.policy, 'policy');
  report.unless(areUnique(quarter.carry.map(({ person }) => person)), 'carry', 'somebody carries twice');
  for (const { person } of quarter.carry) report.needs('people', person, 'carry');
}
