import { expect, test } from 'vitest';
import { aboutOfFacts } from '../../../../renderer/features/frame/team-facts.ts';
import { aWorkspace } from '../../../builders/a-workspace.ts';
import { made } from '../../../shared/editing/try-edit.ts';

const workspace = aWorkspace();

test('name, zone and region are taken over by one step; id and day of making stay', () => {
  const about = aboutOfFacts(
    { name: ' Data  platform ', zone: 'Europe/Berlin', region: 'DE-BY' },
    workspace.about,
  );
  if (!('id' in about)) throw new Error(JSON.stringify(about));
  expect(made(workspace, { kind: 'save-about', about }).about).toEqual({
    ...workspace.about,
    name: 'Data platform',
    zone: 'Europe/Berlin',
    region: 'DE-BY',
  });
});

test('what is wrong is said at its field', () => {
  const wrong = aboutOfFacts({ name: ' ', zone: 'Mars/Base', region: null }, workspace.about);
  expect(Object.keys(wrong)).toEqual(['name', 'zone']);
});
