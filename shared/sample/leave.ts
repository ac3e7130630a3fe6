import type { LocalDate } from '../model/dates.ts';
import type { LeaveId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import { personId } from './people.ts';

const leave = (number: number, from: string, to: string, rest: Partial<Leave> = {}): Leave => ({
  id: `leave-engineer-${number}-${from}` as LeaveId,
  person: personId(number),
  from: from as LocalDate,
  to: to as LocalDate,
  part: 'day',
  kind: 'leave',
  tentative: false,
  reason: '',
  ...rest,
});

/** Time off in return for Columbus Day and Veterans Day: the day that the ledger's one `take` is about. */
export const dayInReturn = leave(4, '2027-03-05', '2027-03-05', {
  kind: 'comp-time',
  reason: 'For Veterans Day',
});

export const allLeave: readonly Leave[] = [
  leave(3, '2026-10-19', '2026-10-23', { reason: 'Moving house' }),
  leave(1, '2026-11-24', '2026-11-27', { reason: 'With family for Thanksgiving' }),
  leave(2, '2026-12-21', '2026-12-24'),
  // From here on the weeks that the plan for the next quarter has to go around.
  leave(3, '2027-01-25', '2027-01-29', { reason: 'Skiing' }),
  leave(1, '2027-02-08', '2027-02-12'),
  leave(4, '2027-02-16', '2027-02-19', { reason: 'School holidays' }),
  leave(4, '2027-03-12', '2027-03-12', {
    part: 'afternoon',
    tentative: true,
    reason: 'Perhaps a medical appointment',
  }),
  leave(2, '2027-03-15', '2027-03-26', { reason: 'Two weeks abroad' }),
  dayInReturn,
];
