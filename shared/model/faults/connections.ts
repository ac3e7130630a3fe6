import type { Connection } from '../connection.ts';
import type { Published } from '../published.ts';
import { areUnique, type Report } from './report.ts';

export function checkConnection(connection: Connection, report: Report): void {
  for (const { person } of connection.people) report.needs('people', person, 'people');
  for (const { rotation } of connection.rotations) report.needs('rotations', rotation, 'rotations');
  report.unless(
    areUnique(connection.people.map(({ outside }) => outside)),
    'people',
    'somebody is mapped twice',
  );
  report.unless(
    areUnique(connection.rotations.map(({ outside }) => outside)),
    'rotations',
    'a schedule is mapped twice',
  );
  report.unless(
    connection.rotations.every(({ rotation, layer }) => (rotation === null) === (layer === null)),
    'rotations',
    'a rotation is named without its layer',
  );
  report.unless(areUnique(connection.own.map(({ outside }) => outside)), 'own', 'something is owned twice');
}

/** Its people are not looked for: what was published stays on record whatever became of them. */
export function checkPublished({ startsAt, endsAt }: Published, report: Report): void {
  report.unless(
    startsAt.length === endsAt.length || startsAt.includes('T') === endsAt.includes('T'),
    'endsAt',
    'mixes a day with an instant',
  );
  report.unless(Date.parse(startsAt) < Date.parse(endsAt), 'endsAt', 'the end is not after the start');
}
