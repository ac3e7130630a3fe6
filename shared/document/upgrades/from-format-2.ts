import { eachIn, isPlain, type Plain } from './plain.ts';
import type { Upgrade } from './index.ts';

/** What format 2 earned by: holidays alone, by their parts, and entered by the lead. */
const earnedBefore = {
  minutesPerWeekendDay: 0,
  responsePercent: 0,
  counting: 'proportional',
  atLeastHours: 4,
  roundToMinutes: 1,
  mostOpenMinutes: null,
  warnDaysBefore: 30,
  approval: 'lead',
} as const;

/** Deadline days and incidents did not count. */
const uncounted = { deadlineLoad: 0, incidentHourLoad: 0, incidentLoadLimit: 36 } as const;

const withTerms = (policy: Plain): Plain =>
  isPlain(policy['compTime'])
    ? { ...policy, ...uncounted, compTime: { ...policy['compTime'], ...earnedBefore } }
    : policy;

/** A scenario may carry a policy of its own. */
function scenarioWithTerms(scenario: Plain): Plain {
  const { facts } = scenario;
  if (!isPlain(facts) || !isPlain(facts['policy'])) return scenario;
  return { ...scenario, facts: { ...facts, policy: withTerms(facts['policy']) } };
}

/**
 * Format 3 has terms of time off beyond holidays, remembers how a set of holidays was reviewed, keeps runs and pictures of runbooks, and
 * can count deadline days and incidents.
 */
export const fromFormat2: Upgrade = {
  from: 2,
  upgrade: (workspace) =>
    isPlain(workspace)
      ? {
          ...workspace,
          holidaySets: eachIn(workspace['holidaySets'], (set) => ({
            ...set,
            reviewedOn: null,
            against: '',
            settled: [],
          })),
          policies: eachIn(workspace['policies'], withTerms),
          deadlines: eachIn(workspace['deadlines'], (deadline) => ({
            ...deadline,
            startsOn: null,
            endsOn: null,
          })),
          runs: {},
          images: {},
          scenarios: eachIn(workspace['scenarios'], scenarioWithTerms),
        }
      : workspace,
};
