import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseBackupFolder, chosenBackupFolder } from '../../../electron/storage/backup-folder.ts';
import { changeSettings, readSettings } from '../../../electron/storage/settings.ts';
import { defaultPreferences } from '../../../shared/contract/preferences.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const dark = { ...defaultPreferences, theme: 'dark' } as const;

test('a fresh machine has the usual settings', async () => {
  expect(await readSettings(testPorts(await aFolder()))).toEqual({
    backupFolder: null,
    sites: {},
    preferences: defaultPreferences,
  });
});

test('what is set stays, and one change leaves the others alone, even at the same moment', async () => {
  const ports = testPorts(await aFolder());
  await Promise.all([changeSettings({ preferences: dark }, ports), chooseBackupFolder('/backups', ports)]);
  expect(await readSettings(ports)).toEqual({ backupFolder: '/backups', sites: {}, preferences: dark });
});

test('a file from before there were preferences keeps its backup folder', async () => {
  const data = await aFolder();
  await writeFile(join(data, 'settings.json'), '{"backupFolder":"/backups"}');
  const ports = testPorts(data);
  expect(await chosenBackupFolder(ports)).toBe('/backups');
  await changeSettings({ preferences: dark }, ports);
  expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toMatchObject({
    backupFolder: '/backups',
  });
});

test('preferences that make no sense give way to the usual ones, and the backup folder stays', async () => {
  const data = await aFolder();
  await writeFile(join(data, 'settings.json'), '{"backupFolder":"/backups","preferences":{"theme":"pink"}}');
  expect(await readSettings(testPorts(data))).toEqual({
    backupFolder: '/backups',
    sites: {},
    preferences: defaultPreferences,
  });
});

test('a damaged file is told in the log', async () => {
  const data = await aFolder();
  await writeFile(join(data, 'settings.json'), '{"backup');
  const ports = testPorts(data);
  expect((await readSettings(ports)).backupFolder).toBeNull();
  expect(ports.logged.join()).toContain('settings.json cannot be read');
});

test('a damaged file is kept aside before another takes its place', async () => {
  const data = await aFolder();
  const bad = '{"backupFolder":"/mnt/backups","pref';
  await writeFile(join(data, 'settings.json'), bad);
  const ports = testPorts(data);
  await changeSettings({ preferences: dark }, ports);
  const [kept, ...more] = await readdir(join(data, 'quarantine'));
  expect(more).toEqual([]);
  expect(await readFile(join(data, 'quarantine', kept ?? ''), 'utf8')).toBe(bad);
  expect((await readSettings(ports)).preferences).toEqual(dark);
  await changeSettings({ backupFolder: '/backups' }, ports);
  expect(await readdir(join(data, 'quarantine'))).toHaveLength(1);
});

test('where the file cannot be read at all nothing is written, and a later change is', async () => {
  const data = await aFolder();
  await mkdir(join(data, 'settings.json'));
  const ports = testPorts(data);
  await expect(changeSettings({ preferences: dark }, ports)).rejects.toThrow();
  expect(await readdir(data)).toEqual(['settings.json']);
  await rmdir(join(data, 'settings.json'));
  await changeSettings({ preferences: dark }, ports);
  expect((await readSettings(ports)).preferences).toEqual(dark);
});

test('what a newer version wrote stays, and one preference that is unknown here leaves the others alone', async () => {
  const data = await aFolder();
  const view = { name: 'Mine', workspace: 'w', screen: 'board', pivot: 'people', zoom: 'year' };
  const known = { ...view, filter: { people: [], rotations: [] } };
  const newer = { ...known, name: 'Newer', screen: 'map' };
  const preferences = { theme: 'dark', contrast: 'most', density: 'tight', views: [known, newer] };
  const text = JSON.stringify({ backupFolder: '/backups', language: 'de', preferences });
  await writeFile(join(data, 'settings.json'), text);
  const ports = testPorts(data);
  const read = await readSettings(ports);
  expect(read).toEqual({ backupFolder: '/backups', sites: {}, preferences: { ...dark, views: [known] } });
  await changeSettings({ backupFolder: '/other' }, ports);
  expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toEqual({
    backupFolder: '/other',
    language: 'de',
    preferences,
  });
  await changeSettings({ preferences: { ...read.preferences, theme: 'light' } }, ports);
  expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toMatchObject({
    language: 'de',
    preferences: { theme: 'light', density: 'tight', views: [known, newer] },
  });
});
