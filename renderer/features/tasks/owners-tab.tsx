import { Check, Eye, Scale } from 'lucide-react';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { countText, rolesText, weightText } from '../../../shared/words/task-text.ts';
import { Button } from '../../ui/button.tsx';
import { Matrix } from './matrix.tsx';
import { Offers, useOffers } from './offers.tsx';
import { RunbookOwners } from './runbook-owners.tsx';
import { makeHandovers } from './task-acts.ts';
import { previewSplit, useTasksDesk } from './tasks-desk.ts';
import { useMatrix, type Matrix as Model } from './use-tasks.ts';

function Verdict({ even, children }: { readonly even: boolean; readonly children: string }) {
  const Icon = even ? Check : Scale;
  return (
    <p className="flex items-start gap-2">
      <Icon size={15} className={`mt-px shrink-0 ${even ? 'text-ok' : 'text-warning'}`} aria-hidden />
      {children}
    </p>
  );
}

function Verdicts({ model }: { readonly model: Model }) {
  const offers = useOffers(model, 'weight');
  return (
    <div className="flex flex-col gap-1">
      <Verdict even={model.before.evenByCount}>{`By number: ${countText(model.before)}`}</Verdict>
      {offers === null ? (
        <p className="pl-5.75 text-muted">By weight: being worked out…</p>
      ) : (
        <Verdict even={offers.offers.length === 0}>{`By weight: ${weightText(offers)}`}</Verdict>
      )}
    </div>
  );
}

/** What stands over the matrix while a split is looked at: what it is, and the two ways on. */
function PreviewBar({
  model,
  disabledReason,
}: {
  readonly model: Model;
  readonly disabledReason: string | undefined;
}) {
  const preview = useTasksDesk((desk) => desk.preview);
  if (preview === null) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed border-accent bg-selection px-3 py-1.5"
    >
      <Eye size={15} className="shrink-0 text-accent" aria-hidden />
      <span className="min-w-0 flex-1">
        Preview: {rolesText(preview.length)} would change hands from {dayWithYearText(model.day)}. Nothing is
        changed yet.
      </span>
      <Button size="small" kind="quiet" onPress={() => previewSplit(null)}>
        Put back
      </Button>
      <Button
        size="small"
        kind="primary"
        disabledReason={disabledReason}
        onPress={() => {
          if (makeHandovers(model.day, preview)) previewSplit(null);
        }}
      >
        Accept
      </Button>
    </div>
  );
}

/** Who owns what, how even that is, and what would be more even. */
export function OwnersTab({ disabledReason }: { readonly disabledReason: string | undefined }) {
  const model = useMatrix();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_19rem] gap-x-8 gap-y-6 max-[1100px]:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-3">
        <Verdicts model={model} />
        <PreviewBar model={model} disabledReason={disabledReason} />
        <Matrix model={model} disabledReason={disabledReason} />
        <p className="max-w-180 text-muted">
          P is the primary owner, S the secondary, whose part weighs half. Drag a role to another person, or
          onto another role to exchange the two. A click goes through P, S and none. By keys: arrows walk, P,
          S and Delete set, M picks up.
        </p>
      </div>
      <aside aria-label="Settle" className="flex min-w-0 flex-col gap-6">
        <RunbookOwners disabledReason={disabledReason} />
        <Offers model={model} disabledReason={disabledReason} />
      </aside>
    </div>
  );
}
