import { termsOf } from '../../../shared/fairness/next-policy.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { policyChanges, policyChangeText } from '../../../shared/words/policy-values.ts';
import { draftPolicy } from '../../state/policy-draft.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

/** Every version there has been, newest first, and what each changed. */
export function Versions() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const inForce = policyOf(workspace, quarter);
  const all = Object.values(workspace.policies).sort((one, other) => other.version - one.version);
  return (
    <ol className="flex flex-col">
      {all.map((policy, place) => {
        const before = all[place + 1];
        const changes = before === undefined ? [] : policyChanges(before, policy);
        return (
          <li key={policy.id} className="flex items-start gap-4 border-b border-divider py-2 last:border-0">
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-medium">Version {policy.version}</span>{' '}
                <span className="text-muted">
                  from {dayWithYearText(policy.from)}
                  {policy.id === inForce.id ? ', in force for the quarter on view' : ''}
                </span>
              </p>
              {before === undefined ? (
                <p className="text-muted">The first.</p>
              ) : (
                <ul className="text-muted">
                  {changes.map((change) => (
                    <li key={change.title}>{policyChangeText(change)}</li>
                  ))}
                  {changes.length === 0 ? <li>As the version before.</li> : null}
                </ul>
              )}
            </div>
            {policy.id === inForce.id ? null : (
              <Button size="small" onPress={() => draftPolicy(termsOf(policy))}>
                Draft from it
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
