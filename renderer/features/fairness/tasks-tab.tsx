import { Check, Scale } from 'lucide-react';
import { quarterRange } from '../../../shared/calendar/days.ts';
import { betterSplits } from '../../../shared/fairness/better-split.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { countText, weightText } from '../../../shared/words/task-text.ts';
import { memoise } from '../../state/memoise.ts';
import { showScreen, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Bar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { scaleFor } from '../../ui/bar-scale.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OpeningNumber } from './opening-number.tsx';
import { ownedTasks, type OwnedTask } from './owned-tasks.ts';
import { TaskList } from './task-list.tsx';

function Verdict({ even, children }: { readonly even: boolean; readonly children: string }) {
  const Icon = even ? Check : Scale;
  return (
    <p className="flex items-start gap-2">
      <Icon size={15} className={`mt-px shrink-0 ${even ? 'text-ok' : 'text-warning'}`} aria-hidden />
      {children}
    </p>
  );
}

function Cell({
  name,
  what,
  figure,
  tasks,
}: {
  readonly name: string;
  readonly what: string;
  readonly figure: string;
  readonly tasks: readonly OwnedTask[];
}) {
  return (
    <td className="py-2 pr-4 text-right">
      <OpeningNumber figure={figure} title={`${name}: ${figure} ${what}`}>
        <TaskList tasks={tasks} />
      </OpeningNumber>
    </td>
  );
}

const offered = memoise(betterSplits);

/** The standing work, counted and weighed: the two do not say the same. */
export function TasksTab() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const { from } = quarterRange(quarter);
  const offers = offered(workspace, from, 'weight');
  const split = offers.now;
  if (split.counts.every((count) => count === 0))
    return (
      <EmptyState
        title="No tasks with owners"
        action={<Button onPress={() => showScreen('tasks')}>Go to Tasks</Button>}
      >
        Owned tasks lower the share of on-call that somebody should take.
      </EmptyState>
    );
  const mean =
    split.people.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, split.people.length) / 4;
  const scale = scaleFor(split.people.map(({ weight }) => weight / 4));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <Verdict even={split.evenByCount}>{`By number: ${countText(split)}`}</Verdict>
        <Verdict even={offers.offers.length === 0}>{`By weight: ${weightText(offers)}`}</Verdict>
      </div>
      <table className="w-full max-w-220 border-collapse">
        <thead>
          <tr className="border-b border-divider text-label text-muted">
            <th scope="col" className="py-1.5 text-left font-medium">
              Owner
            </th>
            <th scope="col" className="pr-4 text-right font-medium">
              Primary
            </th>
            <th scope="col" className="pr-4 text-right font-medium">
              Secondary
            </th>
            <th scope="col" className="pr-4 text-right font-medium">
              Together
            </th>
            <th scope="col" className="pr-4 text-right font-medium">
              Points a week
            </th>
            <th scope="col" className="w-56 text-left font-medium">
              against the mean of {exactPointsText(mean * 4)}
            </th>
          </tr>
        </thead>
        <tbody>
          {split.people.map(({ person, primary, secondary, count, weight }) => {
            const record = workspace.people[person];
            const name = record?.name ?? person;
            const tasks = ownedTasks(workspace, person, from);
            return (
              <tr key={person} className="border-b border-divider">
                <th scope="row" className="py-2 text-left font-normal">
                  <span className="flex items-center gap-2">
                    <Avatar name={name} position={record?.position ?? 0} size={22} />
                    {name}
                  </span>
                </th>
                <Cell
                  name={name}
                  what="primary"
                  figure={String(primary)}
                  tasks={tasks.filter(({ role }) => role === 'primary')}
                />
                <Cell
                  name={name}
                  what="secondary"
                  figure={String(secondary)}
                  tasks={tasks.filter(({ role }) => role === 'secondary')}
                />
                <Cell name={name} what="together" figure={String(count)} tasks={tasks} />
                <Cell name={name} what="points a week" figure={exactPointsText(weight)} tasks={tasks} />
                <td>
                  <Bar
                    label={`${name}: ${exactPointsText(weight)} points a week, mean ${exactPointsText(mean * 4)}`}
                    value={weight / 4}
                    mark={mean}
                    band={0}
                    scale={scale}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="max-w-160 text-muted">
        A primary owner counts a task’s whole weekly weight, a secondary owner half of it. Owned tasks lower
        the share of on-call.
      </p>
      <Button className="self-start" onPress={() => showScreen('tasks')}>
        {offers.offers.length === 0 ? 'Change owners under Tasks' : 'See more even splits under Tasks'}
      </Button>
    </div>
  );
}
