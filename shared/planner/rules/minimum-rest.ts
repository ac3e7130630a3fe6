import { wallMinutes } from '../../calendar/days.ts';
import { isShadow } from '../../rotation/shadow.ts';
import type { Duty } from '../facts.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const WEEK = 7 * 1440;
const DAY = 1440;

/** Only turns of exclusive rotations that last longer than a day open a rest window; nobody rests from looking on. */
const wantsRest = ({ shift, rotation }: Duty): boolean =>
  rotation.kind === 'exclusive' && !isShadow(rotation, shift.layer) && wallMinutes(shift.end) - wallMinutes(shift.start) > DAY;

/** Weeks of rest lie between two shifts of one person. Told at the later of the two. Soft: rest is broken before a slot stays empty. */
export const minimumRest: Rule = {
  name: 'minimum-rest',
  check: (_workspace, duty, near) => {
    if (!wantsRest(duty)) return [];
    const start = wallMinutes(duty.shift.start);
    return near.flatMap((other) => {
      const rest = start - wallMinutes(other.shift.end);
      const wanted = other.rotation.restWeeks;
      if (rest < 0 || rest >= wanted * WEEK || !wantsRest(other)) return [];
      const measure = { found: Math.floor(rest / WEEK), allowed: wanted };
      return [finding('minimum-rest', duty.shift.id, duty.shift.person, { other: other.shift.id, measure })];
    });
  },
};
