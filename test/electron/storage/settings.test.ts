import { readFile, writeFile } from 'node:fs/promises';
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
    preferences: defaultPreferences,
  });
});

test('what is set stays, and one change leaves the others alone, even at the same moment', async () => {
  const ports = testPorts(await aFolder());
  await Promise.all([changeSettings({ preferences: dark }, ports), chooseBackupFolder('/backups', ports)]);
  expect(await readSettings(ports)).toEqual({ backupFolder: '/backups', preferences: dark });
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
