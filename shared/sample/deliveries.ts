import type { Delivery } from '../model/deadline.ts';
import type { Instant, LocalDate } from '../model/dates.ts';
import type { DeadlineId, DeliveryId } from '../model/ids.ts';
import { personId } from './people.ts';

const delivery = (deadline: string, due: string, by: number, at: string, evidence: string): Delivery => ({
  id: `delivery-${deadline}-${due}` as DeliveryId,
  deadline: `deadline-${deadline}` as DeadlineId,
  due: due as LocalDate,
  outcome: 'met',
  by: personId(by),
  at: at as Instant,
  evidence,
});

/** What was delivered in the months of the quarter so far. 3 October was a Saturday: due on the Friday before it. */
export const deliveries: readonly Delivery[] = [
  delivery(
    'growth-report',
    '2026-10-02',
    3,
    '2026-10-02T19:40:00Z',
    'Report signed off by investor relations',
  ),
  delivery(
    'engagement-report',
    '2026-10-02',
    1,
    '2026-10-02T20:15:00Z',
    'Report signed off by investor relations',
  ),
  delivery(
    'profit-data',
    '2026-10-05',
    2,
    '2026-10-05T14:05:00Z',
    'Tables published, row counts agree with the ledger',
  ),
  delivery('growth-data', '2026-10-05', 3, '2026-10-05T15:30:00Z', 'Extract on the investor share'),
  delivery('engagement-data', '2026-10-05', 1, '2026-10-05T16:10:00Z', 'Extract on the investor share'),
  delivery(
    'growth-report',
    '2026-11-03',
    3,
    '2026-11-03T18:20:00Z',
    'Report signed off by investor relations',
  ),
  delivery(
    'engagement-report',
    '2026-11-03',
    1,
    '2026-11-03T21:00:00Z',
    'Report signed off by investor relations',
  ),
  delivery(
    'profit-data',
    '2026-11-05',
    2,
    '2026-11-05T13:45:00Z',
    'Tables published, row counts agree with the ledger',
  ),
  delivery('growth-data', '2026-11-05', 4, '2026-11-05T17:25:00Z', 'Extract on the investor share'),
  delivery('engagement-data', '2026-11-05', 1, '2026-11-05T15:50:00Z', 'Extract on the investor share'),
];
