import { sameJson } from '../model/json.ts';
import type { CompTimeTerms } from '../model/policy.ts';

export type PresetId =
  'none' | 'day-for-holiday' | 'holidays-and-weekends' | 'hour-for-hour' | 'day-for-any-part';

/** What a preset sets: how time is earned. Cap, expiry and approval stay as the team has them. */
type Earned = Pick<
  CompTimeTerms,
  | 'minutesPerHoliday'
  | 'minutesPerWeekendDay'
  | 'responsePercent'
  | 'secondaryPercent'
  | 'counting'
  | 'roundToMinutes'
>;

const byTheHour = { secondaryPercent: 50, counting: 'proportional', roundToMinutes: 1 } as const;

const presets: Readonly<Record<PresetId, Earned>> = {
  none: { minutesPerHoliday: 0, minutesPerWeekendDay: 0, responsePercent: 0, ...byTheHour },
  'day-for-holiday': { minutesPerHoliday: 480, minutesPerWeekendDay: 0, responsePercent: 0, ...byTheHour },
  'holidays-and-weekends': {
    minutesPerHoliday: 480,
    minutesPerWeekendDay: 240,
    responsePercent: 0,
    ...byTheHour,
  },
  'hour-for-hour': {
    minutesPerHoliday: 0,
    minutesPerWeekendDay: 0,
    responsePercent: 100,
    secondaryPercent: 50,
    counting: 'proportional',
    roundToMinutes: 15,
  },
  'day-for-any-part': {
    minutesPerHoliday: 480,
    minutesPerWeekendDay: 0,
    responsePercent: 0,
    secondaryPercent: 50,
    counting: 'any-part',
    roundToMinutes: 1,
  },
};

export const presetIds = Object.keys(presets) as readonly PresetId[];

/** The terms with everything that a preset sets. */
export const withPreset = (terms: CompTimeTerms, id: PresetId): CompTimeTerms => ({
  ...terms,
  ...presets[id],
});

/** The preset that terms are like; null where they are the team's own. */
export const presetOf = (terms: CompTimeTerms): PresetId | null =>
  presetIds.find((id) => sameJson(withPreset(terms, id), terms)) ?? null;
