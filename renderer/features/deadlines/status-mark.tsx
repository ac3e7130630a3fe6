import {
  AlarmClock,
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CircleX,
  Clock,
  TriangleAlert,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { DeliveryStatus } from '../../../shared/deadlines/deliveries.ts';
import { statusText } from '../../../shared/words/deadline-text.ts';
import { classes } from '../../ui/classes.ts';

const looks: Readonly<Record<DeliveryStatus, readonly [LucideIcon, string]>> = {
  upcoming: [CircleDashed, 'text-muted'],
  'due-soon': [Clock, 'text-warning'],
  met: [Check, 'text-ok'],
  'met-late': [Check, 'text-warning'],
  late: [AlarmClock, 'text-error'],
  missed: [CircleX, 'text-error'],
  waived: [Ban, 'text-muted'],
  unkept: [TriangleAlert, 'text-error'],
  'before-records': [CircleHelp, 'text-muted'],
};

/** How an occurrence stands: a sign and a word, and how late or how soon. */
export function StatusMark({
  status,
  timing,
}: {
  readonly status: DeliveryStatus;
  readonly timing: string | null;
}) {
  const [Icon, tone] = looks[status];
  return (
    <span className={classes('inline-flex items-center gap-1.5 whitespace-nowrap', tone)}>
      <Icon size={14} aria-hidden />
      {statusText(status)}
      {timing === null ? null : <span className="text-muted">{timing}</span>}
    </span>
  );
}
