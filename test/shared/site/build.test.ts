import { posix } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { SiteOptions } from '../../../shared/contract/site.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { telling } from '../../../shared/site/manifest.ts';
import { largeWorkspace } from '../../builders/large-workspace.ts';
import { hostile, hostileTeam, secret } from './hostile-team.ts';
import { everything, filesOf, forInvestors, styleHash } from './site-of.ts';

const pagesOf = (files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...files].filter(([path]) => path.endsWith('.html'));

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      'doctype-style': ['error', { style: 'lowercase' }],
      // A bracket that opens nothing may stand in HTML; it takes the signs of a title as they are written.
      'no-raw-characters': 'off',
      'long-title': 'off',
    },
  }),
);

async function faultsOf(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [path, html] of pagesOf(files)) {
    // The style is the same on each page, and no HTML.
    const { results } = await validator.validateString(
      html.replace(/<style>[^]*?<\/style>/, '<style>a{}</style>'),
    );
    for (const { messages } of results)
      faults.push(...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`));
  }
  return faults;
}

/** Links that lead nowhere: to a file that the site lacks, or a place that its page lacks. PDFs are made by the host. */
function deadLinks(files: ReadonlyMap<string, string>): readonly string[] {
  return pagesOf(files).flatMap(([path, html]) =>
    [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => !/^(https?|mailto):/.test(href))
      .filter((href) => {
        const [file = '', place] = href.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), file);
        if (target.endsWith('.pdf')) return false;
        const text = files.get(target);
        return text === undefined || (place !== undefined && !text.includes(` id="${place}"`));
      })
      .map((href) => `${path}: ${href}`),
  );
}

const activeTags = new Set(
  'script iframe object embed link base form input button video audio source frame applet'.split(' '),
);

/** What a page would load or run: tags by their names, attributes by theirs and by what they lead to. */
function activeParts(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/gi)].flatMap(
    ([tag, name = '', rest = '']) => {
      const isActive = [...rest.matchAll(/([a-z-]+)="([^"]*)"/gi)].some(
        ([, attribute = '', value = '']) =>
          /^(on.*|style|srcset|data|action|background|ping)$/i.test(attribute) ||
          (attribute === 'src' && !value.startsWith('data:image/')) ||
          (attribute === 'href' &&
            !/^(?:#|https?:|mailto:|(?:\.\.\/)?(?:[a-z]+\/)?[a-z0-9._-]+\.(?:html|ics|json|pdf)(?:#[\w-]+)?$)/.test(
              value,
            )),
      );
      return activeTags.has(name.toLowerCase()) || isActive ? [tag] : [];
    },
  );
}

/** The whole site of the sample, as most tests look at it. */
const whole = filesOf(sampleWorkspace(), everything);

const teams: readonly (readonly [string, () => Workspace])[] = [
  ['the sample', sampleWorkspace],
  ['a hostile team', hostileTeam],
];
const sites: readonly (readonly [string, () => Workspace, SiteOptions])[] = teams.flatMap(
  ([name, team]) =>
    [
      [`${name}, internal`, team, everything],
      [`${name}, for investors`, team, forInvestors],
    ] as const,
);

/** Parsing forty pages takes a second, and more on a machine that has other things to do. */
const PATIENCE = 60_000;

test.each(teams)('the site of %s is valid HTML on every page', { timeout: PATIENCE }, async (_name, team) => {
  expect(await faultsOf(filesOf(team(), everything))).toEqual([]);
});

describe.each(sites)('the site of %s', (_name, team, options) => {
  const files = filesOf(team(), options);

  test('leads nowhere that is not there, and every page is one step from the overview or its list', () => {
    expect(deadLinks(files)).toEqual([]);
    const linked = new Set(
      pagesOf(files).flatMap(([path, html]) =>
        [...html.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => posix.join(posix.dirname(path), href)),
      ),
    );
    for (const path of files.keys()) expect(linked).toContain(path);
  });

  test('runs nothing and loads nothing, under a policy that lets in its style alone', () => {
    for (const [path, html] of pagesOf(files)) {
      expect(html.split('<style>'), path).toHaveLength(2);
      expect(activeParts(html.replace(/<style>[^]*?<\/style>/, '')), path).toEqual([]);
      expect(
        html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#x27;', "'"),
        path,
      ).toBe(
        `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`,
      );
    }
  });

  test('tells nobody what is private: reasons, notes, addresses, marked passages', () => {
    for (const [path, text] of files) {
      expect(text, path).not.toContain(secret);
      expect(text, path).not.toMatch(/@example\.com/);
      expect(text, path).not.toMatch(/Moving house|With family|Skiing|For Veterans Day/);
      expect(text, path).not.toContain('[redact]');
    }
  });
});

test('what is typed stands there as it was typed', () => {
  const files = filesOf(hostileTeam(), everything);
  expect(files.get('find.html')).toContain(hostile.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;'));
});

test('investors get the runbooks that are written for them, and learn of nobody’s leave', () => {
  const inside = filesOf(hostileTeam(), everything);
  const outside = filesOf(hostileTeam(), forInvestors);
  expect(inside.has('runbooks/runbook-inside.html')).toBe(true);
  expect(inside.has('away.html')).toBe(true);
  expect(outside.has('runbooks/runbook-inside.html')).toBe(false);
  expect(outside.has('away.html')).toBe(false);
  expect(outside.has('calendars/comp-days.ics')).toBe(false);
  for (const [path, text] of outside) {
    expect(text, path).not.toContain('inside-only');
    expect(text, path).not.toMatch(/\bAway\b|in lieu/);
    expect(text, path).not.toContain('Differs:');
  }
});

test('the same plan on the same day gives the same bytes, and another day changes what is told as of it alone', () => {
  expect([...filesOf(sampleWorkspace(), everything)]).toEqual([...whole]);
  const next = filesOf(sampleWorkspace(), everything, '2026-11-24T10:00:00Z', '2026-11-24' as LocalDate);
  const changed = [...next].filter(
    ([path, text]) => telling(path, text) !== telling(path, whole.get(path) ?? ''),
  );
  // Calendars look 400 days ahead, but only as far as the published quarters reach.
  expect(changed.map(([path]) => path)).toEqual(['index.html']);
});

/** Two turns of the team's rotation that change hands. */
function swapped(workspace: Workspace): Workspace {
  const [one, other] = ['2026-11-30', '2026-12-07'].map(
    (day) => workspace.shifts[`rotation-team/primary/${day}` as ShiftId]!,
  );
  const shifts = {
    ...workspace.shifts,
    [one!.id]: { ...one!, person: other!.person },
    [other!.id]: { ...other!, person: one!.person },
  };
  return { ...workspace, shifts };
}

test('a swap of two turns changes the pages and calendars that show them, and no other file', () => {
  const after = filesOf(swapped(sampleWorkspace()), everything);
  expect([...after.keys()]).toEqual([...whole.keys()]);
  const changed = [...after].filter(([path, text]) => text !== whole.get(path)).map(([path]) => path);
  expect(changed.sort()).toEqual([
    'calendars/person-engineer-1.ics',
    'calendars/person-engineer-2.ics',
    'calendars/rotation-team.ics',
    'calendars/team.ics',
    'find.html',
    // Who comes next is told there.
    'index.html',
    'people.html',
    'people/person-engineer-1.html',
    'people/person-engineer-2.html',
    'rotations/rotation-team.html',
    // The next week's duties stand beside each runbook.
    'runbooks/runbook-engagement.html',
    'runbooks/runbook-growth.html',
    'runbooks/runbook-profit.html',
    'schedule-2026-q4.html',
    'schedule-2026-q4.json',
  ]);
});

test('what programs read says what the pages say, and null for whoever is missing', () => {
  const data = (files: ReadonlyMap<string, string>, quarter: string) =>
    JSON.parse(files.get(`schedule-${quarter}.json`) ?? '') as Record<
      string,
      readonly Record<string, unknown>[]
    >;
  const { turns, holidays, due, quarter } = data(whole, '2026-q4');
  expect(quarter).toBe('2026-Q4');
  expect(turns?.find(({ start, rotation }) => rotation === 'Team' && String(start) > '2026-11-30')).toEqual({
    rotation: 'Team',
    layer: 'Primary',
    start: '2026-11-30T09:00:00-05:00',
    end: '2026-12-07T09:00:00-05:00',
    zone: 'America/New_York',
    served: [
      {
        person: 'Engineer 1',
        start: '2026-11-30T09:00:00-05:00',
        end: '2026-12-07T09:00:00-05:00',
        cover: false,
      },
    ],
  });
  expect(holidays).toContainEqual(expect.objectContaining({ day: '2026-11-26', name: 'Thanksgiving Day' }));
  expect(due?.length).toBeGreaterThan(0);
  const open = filesOf(sampleWorkspace(), { ...forInvestors, parts: [], quarters: ['2027-Q1' as QuarterId] });
  const unplanned = data(open, '2027-q1');
  expect(unplanned['turns']?.[0]?.['served']).toEqual([expect.objectContaining({ person: null })]);
  expect(Object.keys(unplanned)).toEqual(['team', 'quarter', 'from', 'until', 'turns']);
});

test('a quarter that nobody has planned says so, and every duty is open', () => {
  const files = filesOf(sampleWorkspace(), { ...everything, quarters: ['2027-Q1' as QuarterId] });
  expect(files.get('schedule-2027-q1.html')).toContain('not planned yet');
  expect(files.get('schedule-2027-q1.html')).toContain('<span class="open">Open</span>');
  expect(deadLinks(files)).toEqual([]);
});

test('thirty people over thirteen weeks fit, and nobody has a face of somebody else', () => {
  const team = largeWorkspace({ people: 30, weeks: 13, rotations: 3 });
  const files = filesOf(team, { ...everything, quarters: ['2027-Q1' as QuarterId] });
  expect(deadLinks(files)).toEqual([]);
  const faces = [...files.get('people.html')!.matchAll(/class="face ([a-z]+ face-\d)"/g)].map(
    ([, look]) => look,
  );
  expect(new Set(faces).size).toBe(30);
});
