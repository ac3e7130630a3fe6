import type { Finding } from '../../../shared/planner/finding.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import { slotWeek } from '../../../shared/words/names.ts';
import { Button } from 'react-aria-components/Button';
import { counted } from '../../../shared/words/number-text.ts';
import { useConnection } from '../../state/connection-store.ts';
import { useFollowedShown } from '../../state/followed.ts';
import { useFindingsIn } from '../../state/selectors.ts';
import { showShifts } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import { SaveIndicator } from '../../ui/save-indicator.tsx';
import { DeadlineReminder } from './deadline-reminder.tsx';
import { ReviewReminder } from './review-reminder.tsx';
import { saveText } from './save-text.ts';

const MOST_LISTED = 40;

interface CountProps {
  readonly findings: readonly Finding[];
  readonly one: string;
  readonly many: string;
  readonly tone: string;
}

/** A count that opens to what it counts; each line goes to its shift. */
function Count({ findings, one, many, tone }: CountProps) {
  const workspace = useFollowedShown();
  const text = findings.length === 0 ? `No ${many}` : counted(findings.length, one, many);
  if (findings.length === 0) return <span>{text}</span>;
  const trigger = (
    <Button
      className={`rounded px-1 -mx-1 underline-offset-2 data-hovered:underline ${tone}`}
      aria-label={`${text}: show`}
    >
      {text}
    </Button>
  );
  return (
    <LazyPopover label={text} trigger={trigger} placement="top">
      {(close) => (
        <ul className="flex max-h-80 flex-col overflow-auto">
          {findings.slice(0, MOST_LISTED).map((finding) => (
            <li key={`${finding.rule} ${finding.shift} ${finding.other ?? ''}`}>
              <Button
                className="flex w-full items-baseline gap-2 rounded px-2 py-1 text-left text-body data-hovered:bg-hover"
                onPress={() => {
                  showShifts([finding.shift]);
                  close();
                }}
              >
                <span className="w-7 shrink-0 text-label text-muted">
                  {slotWeek(workspace, finding.shift)}
                </span>
                <span>{findingText(finding, workspace)}</span>
              </Button>
            </li>
          ))}
          {findings.length > MOST_LISTED ? (
            <li className="px-2 py-1 text-muted">and {findings.length - MOST_LISTED} more on the Board</li>
          ) : null}
        </ul>
      )}
    </LazyPopover>
  );
}

/** Whether all is saved: never a frame behind, or it would say so of an edit that is not. */
function Saving() {
  const saving = useWorkspaceStore((state) => state.saving);
  const readOnlyBecause = useWorkspaceStore((state) => state.readOnlyBecause);
  const connection = useConnection((state) => state.connection);
  const { state, text } = saveText(saving, readOnlyBecause, connection);
  return (
    <span role="status">
      <SaveIndicator state={state} text={text} />
    </span>
  );
}

/**
 * What is wrong with the quarter on view, and whether it is saved. Soft findings are notes: the fairest plan has some too,
 * and is not told off for them. Conflicts that the lead accepted stand there as well, so that none is out of sight.
 */
export function StatusBar() {
  const findings = useFindingsIn(useFollowedShown());
  const hard = findings.filter((finding) => finding.severity === 'hard');
  return (
    <footer
      aria-label="Status bar"
      className="flex h-(--status-bar) shrink-0 items-center gap-4 border-t border-divider bg-panel px-3 text-label text-muted"
    >
      <Count
        findings={hard.filter(({ rule, accepted }) => rule !== 'gap' && !accepted)}
        one="conflict"
        many="conflicts"
        tone="text-error"
      />
      <Count findings={hard.filter(({ rule }) => rule === 'gap')} one="gap" many="gaps" tone="text-error" />
      <Count
        findings={findings.filter(({ severity, accepted }) => severity === 'soft' || accepted)}
        one="note"
        many="notes"
        tone="text-muted"
      />
      <DeadlineReminder />
      <ReviewReminder />
      <span className="flex-1" />
      <Saving />
    </footer>
  );
}
