import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { siteColours, sitePeople } from '../../../shared/site/style.ts';

const tokens = readFileSync(resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');
const valueOf = (name: string): string | undefined =>
  new RegExp(`^ {2}--${name}: ([^;]+);`, 'm').exec(tokens)?.[1];

test('the site has the colours of the window, light and dark', () => {
  for (const [name, [light, dark]] of Object.entries(siteColours))
    expect(valueOf(name), name).toBe(`light-dark(${light}, ${dark})`);
  sitePeople.forEach(([hue, ink], index) => {
    expect(valueOf(`person-${index + 1}`)).toBe(hue);
    expect(valueOf(`person-ink-${index + 1}`)).toBe(ink);
  });
});
