import { expect, test } from 'vitest';
import { fileAmong, hasLink } from '../../../electron/desktop/named-file.ts';

test.each([
  [['/plans/team.json'], '/plans/team.json'],
  [['team.json'], '/home/lead/team.json'],
  [['../team a.json'], '/home/team a.json'],
  [['file:///plans/team%20a.json'], '/plans/team a.json'],
  [['--disable-gpu', '/plans/team.json', '--user-data-dir=/x'], '/plans/team.json'],
  [['/a.json', '/b.json'], '/b.json'],
  [[], null],
  [['--flag', ''], null],
  [['evenwatch://runbook/runbook-profit'], null],
  [['EVENWATCH:../../etc/passwd'], null],
  [['file://server/share/team.json'], null],
  [['file:///%zz'], null],
  [['https://example.com/team.json'], null],
  [['/a\0b.json'], null],
])('of %j, started in /home/lead, %j is the file', (args, file) => {
  expect(fileAmong(args, '/home/lead')).toBe(file);
});

test.each([
  ['evenwatch://', true],
  ['evenwatch://runbook/../../x', true],
  [' EVENWATCH:anything', true],
  ['/plans/evenwatch.json', false],
  ['--x=evenwatch://y', false],
])('%j is a link of ours: %s', (argument, expected) => {
  expect(hasLink([argument])).toBe(expected);
});
