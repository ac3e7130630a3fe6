import type { Refusal } from '../../../shared/editing/refusal.ts';
import type { QuarterChange } from '../../../shared/editing/rotation-change.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { changeLines } from '../../../shared/words/rotation-text.ts';
import { slotWithDays } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { LoadTable, Score } from './change-figures.tsx';
import { PlannedPreview } from './planned-preview.tsx';

interface Props {
  readonly change: QuarterChange | Refusal;
  /** The rotation under its new terms. */
  readonly rotation: RotationId;
  readonly today: LocalDate;
}

const MOST_NAMED = 3;

/** What the change does to a quarter before anybody plans it anew; or why it cannot be made. */
export function ChangePreview({ change, rotation, today }: Props) {
  const workspace = useWorkspace();
  if ('kind' in change)
    return (
      <p className={change.kind === 'no-change' ? 'text-muted' : 'text-error'}>
        {change.kind === 'no-change' ? 'Nothing changes.' : refusalText(change, workspace)}
      </p>
    );
  const named = change.opened.slice(0, MOST_NAMED).map((id) => slotWithDays(change.after, id));
  return (
    <section aria-label="What the change does" className="flex flex-col gap-2">
      <ul className="list-inside list-disc marker:text-border">
        {changeLines(change).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {named.length === 0 ? null : (
        <p className="text-muted">
          Open first: {named.join('; ')}
          {change.opened.length > MOST_NAMED ? `; and ${change.opened.length - MOST_NAMED} more` : ''}
        </p>
      )}
      <LoadTable caption="Who holds more or less after the change" people={change.people} />
      <Score quarter={change.quarter} after={change.duty.after.gaps.length > 0 ? null : change.after} />
      {change.duty.after.gaps.length > 0 ? (
        <PlannedPreview change={change} rotation={rotation} today={today} />
      ) : null}
    </section>
  );
}
