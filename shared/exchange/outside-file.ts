import type { ZoneName } from '../model/dates.ts';
import { isDatadogSchedule, readDatadogSchedule } from './datadog-schedule.ts';
import { readGrafana } from './grafana-read.ts';
import { fieldOf, listAt, textAt, type Json } from './json-fields.ts';
import { readOpsgenie } from './opsgenie-read.ts';
import { excess, type OutsideExport } from './outside-schedule.ts';
import { isPagerDuty, readPagerDuty } from './pagerduty-export.ts';
import { readTerraform } from './terraform-read.ts';
import { declared, stateResources } from './terraform-resources.ts';
import { readTerraformText, TerraformFault } from './terraform-text.ts';

/** What a file is that schedules are asked of: an export, a calendar, which is read by `ics-in.ts`, or nothing that is known. */
export type OutsideFile =
  | { readonly kind: 'schedules'; readonly export: OutsideExport }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'unreadable'; readonly why: OutsideFault };

export type OutsideFault =
  /** A page of a website: signed out, most often. */
  | { readonly kind: 'web-page' }
  /** It begins like JSON and does not end like it. */
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'broken-terraform'; readonly what: string; readonly line: number }
  /** Read, but nothing of either tool is in it. */
  | { readonly kind: 'no-schedules' }
  /** The service answered with an error instead of schedules. */
  | { readonly kind: 'refusal'; readonly said: string }
  | { readonly kind: 'too-much'; readonly what: string };

const unreadable = (why: OutsideFault): OutsideFile => ({ kind: 'unreadable', why });

function settled(found: OutsideExport | null): OutsideFile {
  const isEmpty = found?.parts.every(
    (part) => part.lines.length + part.rendered.length + part.overrides.length === 0,
  );
  // Where something was left out, the preview says what.
  if (found === null || (isEmpty === true && found.problems.length === 0))
    return unreadable({ kind: 'no-schedules' });
  const what = excess(found);
  return what === null ? { kind: 'schedules', export: found } : unreadable({ kind: 'too-much', what });
}

/** Rotations and timelines are Opsgenie's words, shifts Grafana's. */
function isOpsgenie(root: Json): boolean {
  const lists = [
    root,
    listAt(root, 'schedules'),
    listAt(root, 'data'),
    [root, fieldOf(root, 'data'), fieldOf(root, 'schedule')],
  ];
  const entries = lists.flatMap((one) => (Array.isArray(one) ? (one as readonly Json[]).slice(0, 50) : []));
  return entries.some((entry) =>
    ['rotations', 'finalTimeline', 'timeline'].some((field) => fieldOf(entry, field) !== undefined),
  );
}

function readJson(text: string, home: ZoneName): OutsideFile {
  let root: Json;
  try {
    root = JSON.parse(text);
  } catch {
    return unreadable({ kind: 'broken-json' });
  }
  const resources = stateResources(root);
  if (resources !== null) return settled(readTerraform(resources, home));
  if (isPagerDuty(root)) return settled(readPagerDuty(root, home));
  if (isDatadogSchedule(root)) return settled(readDatadogSchedule(root, home));
  if (isOpsgenie(root)) return settled(readOpsgenie(root, home));
  const said =
    textAt(root, 'message') ??
    textAt(root, 'detail') ??
    textAt(root, 'error') ??
    textAt(root, 'error', 'message');
  if (said !== null) return unreadable({ kind: 'refusal', said: said.slice(0, 120) });
  return settled(readGrafana(root, home));
}

function readText(text: string, home: ZoneName): OutsideFile {
  try {
    return settled(readTerraform(declared(readTerraformText(text)), home));
  } catch (error) {
    if (!(error instanceof TerraformFault)) throw error;
    return unreadable({ kind: 'broken-terraform', what: error.message, line: error.line });
  }
}

/**
 * Schedules of PagerDuty, Opsgenie, Grafana OnCall or Datadog, from what their services answer, from backups, from Terraform's text or from its state: told by
 * what the file holds, never by its name. Bounded in time: a file is at most 10 MB (`fileFault`), and what is read of it is counted.
 *
 * @param text decoded
 * @param home zone where a file names none that is known
 */
export function readOutsideFile(text: string, home: ZoneName): OutsideFile {
  const start = text.slice(0, 1000).trimStart();
  if (/^BEGIN:VCALENDAR/im.test(text.slice(0, 10_000))) return { kind: 'calendar' };
  if (/^<(!doctype|html|\?xml|head|body)/i.test(start)) return unreadable({ kind: 'web-page' });
  if (start.startsWith('{') || start.startsWith('[')) return readJson(text, home);
  return /\b(opsgenie|grafana_oncall)_/.test(text)
    ? readText(text, home)
    : unreadable({ kind: 'no-schedules' });
}
