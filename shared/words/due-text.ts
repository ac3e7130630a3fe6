import type { DeliveryStatus } from '../deadlines/deliveries.ts';

const words: Readonly<Record<DeliveryStatus, string>> = {
  upcoming: 'due',
  'due-soon': 'due soon',
  met: 'met',
  'met-late': 'met late',
  late: 'late',
  missed: 'missed',
  waived: 'waived',
  unkept: 'cannot be kept',
  'before-records': 'not recorded',
};

/** How a delivery stands, in the fewest words: `met`, `due soon`. */
export const dueWord = (status: DeliveryStatus): string => words[status];

/** `Profit data available: met`. */
export const dueLine = (title: string, status: DeliveryStatus): string => `${title}: ${words[status]}`;
