import type { Workspace } from '../../shared/model/workspace.ts';
import { type Price, WISH } from '../../shared/planner/explain/price.ts';
import type { SlotChange } from '../../shared/planner/explain/situation.ts';
import { personName } from '../../shared/words/names.ts';
import { assignmentJson } from './contract.ts';

/** Cost units as wishes, to a thousandth. */
export const wishesOf = (units: number): number => Math.round((units / WISH) * 1000) / 1000;

/** A price as `--json` prints it: in wishes, in cost units, and by term. `gapWeight` is what more or less stays open: 3 for a primary, 2 for a secondary. */
export function priceJson({ total, open, breaches, ...rest }: Price) {
  const { rest: restBreaches, load, holidays, sameHoliday, wishes, changed } = rest;
  return {
    wishes: wishesOf(total),
    cost: total,
    terms: { rest: restBreaches, load, holidays, sameHoliday, wishes, changed },
    gapWeight: open,
    restBreaches: breaches,
  };
}

/** A turn that changes hands: the held slot as everywhere, with `from` and `to`. */
export function changeJson(workspace: Workspace, { shift, from, to }: SlotChange) {
  const { rotation, layer, start, end } = assignmentJson(workspace, { shift, person: null });
  const name = (person: SlotChange['to']): string | null =>
    person === null ? null : personName(workspace, person);
  return { rotation, layer, start, end, from: name(from), to: name(to) };
}
