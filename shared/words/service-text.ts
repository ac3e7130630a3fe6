import type { OnCallBesidePlan, RemoteOnCall } from '../exchange/pagerduty-on-calls.ts';
import type { KeysKept, ServiceFault, ServiceName } from '../contract/services.ts';
import type { DiffRow } from '../exchange/pagerduty-diff.ts';

const names: Readonly<Record<ServiceName, string>> = { pagerduty: 'PagerDuty', datadog: 'Datadog' };

const keyWord: Readonly<Record<ServiceName, string>> = { pagerduty: 'token', datadog: 'pair of keys' };

/** What a service refused: what happened, what to do next. */
export function serviceProblemText({
  service,
  fault,
  detail,
}: {
  readonly service: ServiceName;
  readonly fault: ServiceFault;
  readonly detail: string | null;
}): string {
  const name = names[service];
  const key = keyWord[service];
  const said = detail === null ? '' : ` ${name} says: ${detail.replace(/\.?$/, '.')}`;
  const texts: Readonly<Record<ServiceFault, string>> = {
    offline: `Could not reach ${name}: this computer is offline, or the address is wrong. Everything else works without it.`,
    timeout: `${name} did not answer within half a minute. Try again later; look first whether a change has arrived.`,
    'too-large': `${name} answered with more than 20 MB, which is not read. Choose a shorter time or fewer schedules.`,
    'no-token': `There is no ${key} for ${name} at this address. Enter one first.`,
    'bad-token': `That is no ${key} of ${name}: it has spaces or other signs in it, or is too short. Copy it again.`,
    'bad-address': `That is no address of ${name}. It begins with https:// and has no user name, question mark or # in it.`,
    unauthorized: `${name} does not accept the ${key}: expired, withdrawn or of another account. Enter another one.`,
    forbidden: `${name} does not allow this with the ${key}. It needs the right to read, and to change schedules where something is sent.${said}`,
    'not-found': `${name} does not know what was asked for: it was removed there, or the address is of another service.${said}`,
    conflict: `${name} refused, because something there changed at the same time. Refresh and look again.${said}`,
    busy: `${name} asks to be left alone for a while: too many requests. Try again in a few minutes.`,
    failed: `${name} failed.${said} Try again later.`,
    redirected: `${name} sent the request on to another address, which was not followed: it would have taken the ${key} along. Correct the address.`,
    'not-understood': `What came back is no answer of ${name}: perhaps a page of a proxy, or another service has this address.`,
    changed: `Nothing was sent: ${detail === null ? 'a schedule' : `the schedule ${detail}`} is no longer what the preview shows. Refresh and look again.`,
  };
  return texts[fault];
}

/** Where the keys of a service are, and why they are not in the keychain. */
export function keysText(service: ServiceName, { kept, because }: KeysKept): string {
  const key = keyWord[service];
  if (kept === 'none') return `No ${key} yet. Without, nothing is asked of ${names[service]}.`;
  if (kept === 'keychain') return `The ${key} is in this computer’s keychain.`;
  const why = {
    'no-keychain': 'this computer has no keychain that can be used',
    'plain-text': 'this computer’s keychain would keep it in plain text',
    browser: 'a browser has no keychain',
  } as const;
  return `The ${key} is kept only until Evenwatch ends, because ${why[because ?? 'no-keychain']}. Enter it again next time.`;
}

/** What a row of the preview means. */
export const diffWord: Readonly<Record<DiffRow['kind'], string>> = {
  add: 'Added',
  change: 'Changed',
  remove: 'Removed',
  same: 'Stays',
  foreign: 'Set there by somebody else: stays',
  left: 'Gap in the plan: stays',
};

/** Through which policies alarms reach somebody: `Data platform, level 1; Payments, level 2`. */
export const reachedByText = (ways: RemoteOnCall['reachedBy']): string =>
  ways.map(({ policy, level }) => `${policy}, level ${level}`).join('; ');

/** How somebody on call there stands to the plan. @param planned whom the plan has, by name */
export function onCallWord(kind: OnCallBesidePlan['kind'], planned: string | null): string {
  switch (kind) {
    case 'as-planned':
      return 'as planned';
    case 'other':
      return `the plan has ${planned ?? 'somebody else'}`;
    case 'nobody-planned':
      return 'the plan has nobody';
    case 'unmapped':
      return 'stands for no role here';
  }
}
