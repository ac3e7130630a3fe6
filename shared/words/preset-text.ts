import type { PresetId } from '../comp-time/presets.ts';

interface PresetText {
  readonly title: string;
  /** What it does not do, and what it asks of the team, in plain words. */
  readonly limits: string;
}

const texts: Readonly<Record<PresetId, PresetText>> = {
  none: {
    title: 'No time off in return',
    limits: 'Nobody earns anything by serving. Balances that stand stay, and can still be taken.',
  },
  'day-for-holiday': {
    title: 'A day for each holiday',
    limits:
      'Holidays only: a quiet weekend and a hard night both earn nothing. A hand-off on the day splits it by the hour, and a secondary gets half.',
  },
  'holidays-and-weekends': {
    title: 'A day for holidays, half a day for weekend days',
    limits:
      'Every week of duty has a weekend, so balances grow by a working day a week on call. Think of a cap, an expiry, and who covers while it is taken.',
  },
  'hour-for-hour': {
    title: 'Hour for hour of response',
    limits:
      'Rests on incidents being recorded: who acknowledged, when it was resolved. Being on call without a call earns nothing, on a holiday either.',
  },
  'day-for-any-part': {
    title: 'A day for any part of a holiday',
    limits:
      'Simple to say, and it pays two people for a holiday with a hand-off on it: one who leaves at 09:00 earns as much as one who stays.',
  },
};

export const presetText = (id: PresetId): PresetText => texts[id];

/** What presets are not. */
export const presetBasis =
  'A preset is a place to start from, not what your law, contracts or agreements ask for. It sets how time is earned; cap, expiry and approval stay.';
