import type { Runbook } from '../../../shared/model/runbook.ts';
import { countText } from '../../../shared/words/number-text.ts';

/** What of a runbook cannot be saved, as a sentence for each field: `title`, `issues/0/symptom`, `links/2/url`. */
export type RunbookFaults = Readonly<Record<string, string>>;

/** As the schema has it: longer notes would be shown and never saved. */
const mostNotes = 2_000_000;
const mostProse = 20_000;
const mostLine = 200;

type Entry = readonly [place: string, sentence: string | null];

const needed = (text: string, what: string): string | null =>
  text.trim() === '' ? what : text.length > mostLine ? `Shorten it to ${String(mostLine)} characters.` : null;

const prose = (text: string): string | null =>
  text.length > mostProse ? `Shorten it to ${countText(mostProse)} characters.` : null;

const many = (count: number, most: number, what: string): string | null =>
  count > most ? `Keep to ${String(most)} ${what}.` : null;

/** An address as the browser reads it: http or https, a host, nothing that has to be guessed. */
function isAddress(url: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(url)) return false;
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false; // a host or a port that cannot be: the browser says no more than that
  }
}

function issueEntries({ issues }: Runbook): Entry[] {
  return issues.flatMap(({ symptom, cause, steps, escalation }, at): Entry[] => [
    [`issues/${String(at)}/symptom`, needed(symptom, 'Say what somebody sees when it happens.')],
    [`issues/${String(at)}/cause`, prose(cause)],
    [`issues/${String(at)}/steps`, many(steps.length, 50, 'steps')],
    ...steps.map((step, index): Entry => [`issues/${String(at)}/steps/${String(index)}`, prose(step)]),
    [`issues/${String(at)}/escalation`, prose(escalation)],
  ]);
}

function promiseEntries({ slas }: Runbook): Entry[] {
  return slas.flatMap(({ text, resolveWithinHours: hours }, at): Entry[] => [
    [`slas/${String(at)}/text`, needed(text, 'Say what is promised.')],
    [
      `slas/${String(at)}/hours`,
      hours !== null && (!Number.isInteger(hours) || hours < 1 || hours > 1000)
        ? 'Whole hours from 1 to 1,000, or nothing.'
        : null,
    ],
  ]);
}

function linkEntries({ links }: Runbook): Entry[] {
  return links.flatMap(({ title, url }, at): Entry[] => [
    [`links/${String(at)}/title`, needed(title, 'Name it, such as “Dashboard”.')],
    [`links/${String(at)}/url`, isAddress(url) ? null : 'An address that begins with https:// or http://.'],
  ]);
}

function ownEntries(runbook: Runbook): Entry[] {
  const { title, ownerPrimary, ownerSecondary, dataTypes, body } = runbook;
  return [
    ['title', needed(title, 'Give it a title, such as the name of its pipeline.')],
    [
      'owners',
      ownerPrimary !== null && ownerPrimary === ownerSecondary
        ? 'Primary and secondary owner are the same person. Choose two.'
        : null,
    ],
    [
      'dataTypes',
      dataTypes.length > 50 || dataTypes.some((it) => it.length > mostLine)
        ? 'Keep to 50 lines of at most 200 characters each.'
        : null,
    ],
    ['body', body.length > mostNotes ? 'Shorten the notes to two million characters.' : null],
    ['issues', many(runbook.issues.length, 200, 'issues')],
    ['slas', many(runbook.slas.length, 50, 'service levels')],
    ['links', many(runbook.links.length, 50, 'links')],
  ];
}

/** Every field of a runbook that the schema would refuse, with what to do about it. */
export function runbookFaults(runbook: Runbook): RunbookFaults {
  const entries = [
    ...ownEntries(runbook),
    ...issueEntries(runbook),
    ...promiseEntries(runbook),
    ...linkEntries(runbook),
  ];
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}
