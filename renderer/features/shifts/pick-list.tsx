import { useMemo, useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { suggestGive, suggestMove, suggestSwap, type Suggestion } from '../../../shared/editing/suggest.ts';
import { findingLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import { personName, slotName, slotWithDays } from '../../../shared/words/names.ts';
import { scoreText, shareText } from '../../../shared/words/points-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { today } from '../../state/clock.ts';
import { commitMove } from '../../state/drag-store.ts';
import { closeDesk, type Anchor } from '../../state/shift-desk.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { inputLook } from '../../ui/field.tsx';
import { Anchored } from './anchored.tsx';

type PickKind = 'give' | 'swap' | 'move';

interface Option {
  readonly suggestion: Suggestion;
  readonly title: string;
  readonly person: PersonId | null;
  /** What stands against it, as the card of a drag says it. */
  readonly findings: readonly Pick<EffectLine, 'kind' | 'text'>[];
  /** Shares and score afterwards; empty where it would break a rule. */
  readonly note: string;
}

const suggest = { give: suggestGive, swap: suggestSwap, move: suggestMove } as const;

function scoreNote({ before, after }: Suggestion['preview'], person: PersonId | null): string {
  const own = after.people.find((one) => one.person === person);
  const share = own === undefined ? '' : shareText(own.difference);
  if (after.score === null || before.score === null || scoreText(after.score) === scoreText(before.score)) {
    const stays = after.score === null ? '' : `score stays ${scoreText(after.score)}`;
    return [share, stays].filter((part) => part !== '').join(' · ');
  }
  return [share, `score ${scoreText(before.score)} → ${scoreText(after.score)}`]
    .filter((part) => part !== '')
    .join(' · ');
}

function optionOf(workspace: Workspace, kind: PickKind, suggestion: Suggestion): Option {
  const { preview, key } = suggestion;
  const person = kind === 'give' ? (key as PersonId) : (workspace.shifts[key as ShiftId]?.person ?? null);
  const holder = person === null ? 'gap' : personName(workspace, person);
  const title =
    kind === 'give'
      ? personName(workspace, person)
      : kind === 'swap'
        ? `${holder}, ${slotWithDays(workspace, key as ShiftId)}`
        : `${slotWithDays(workspace, key as ShiftId)}: ${holder}`;
  const findings: Option['findings'] =
    preview.refusal === null
      ? findingLines(workspace, preview.findings)
      : [{ kind: 'hard', text: refusalText(preview.refusal, workspace) }];
  const note = findings.some(({ kind }) => kind === 'hard') ? '' : scoreNote(preview, person);
  return { suggestion, title, person, findings, note };
}

const titles: Readonly<Record<PickKind, string>> = { give: 'Give to', swap: 'Swap with', move: 'Move to' };

interface Props {
  readonly kind: PickKind;
  readonly shift: ShiftId;
  readonly anchor: Anchor;
}

/** Everybody, or every turn, that a shift could go to: fairest first, conflicts named. The way without dragging. */
function PickList({ kind, shift, anchor }: Props) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const assessment = useAssessments((state) => state.byQuarter[quarter] ?? null);
  const { contains } = useFilter({ sensitivity: 'base' });
  const [query, setQuery] = useState('');
  const options = useMemo(
    () =>
      suggest[kind](workspace, quarter, shift, assessment, today(workspace.about.zone)).map((one) =>
        optionOf(workspace, kind, one),
      ),
    [workspace, kind, quarter, shift, assessment],
  );
  const isGap = workspace.shifts[shift] === undefined;
  const title = `${kind === 'give' && isGap ? 'Assign' : titles[kind]}${kind === 'give' && isGap ? ' to' : ''}: ${slotName(workspace, shift)}`;
  const choose = (key: string) => {
    const chosen = options.find(({ suggestion }) => suggestion.key === key);
    closeDesk();
    if (chosen !== undefined) commitMove(chosen.suggestion.preview, false);
  };
  return (
    <Anchored anchor={anchor} onClose={closeDesk} className="max-h-100 w-104">
      <Dialog aria-label={title} className="outline-none">
        <p className="px-3 pt-2.5 text-label font-medium text-muted">{title}</p>
        <Autocomplete filter={contains} inputValue={query} onInputChange={setQuery}>
          <SearchField aria-label="Filter" autoFocus className="sticky top-0 z-10 bg-raised px-3 py-2">
            <Input placeholder="Filter by name or week" className={`${inputLook} h-8`} />
          </SearchField>
          <ListBox
            aria-label={title}
            items={options.map((option) => ({ ...option, id: option.suggestion.key }))}
            selectionMode="none"
            onAction={(key) => choose(String(key))}
            className="px-1 pb-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2 py-3 text-body text-muted">
                {options.length === 0 ? 'There is nobody to choose.' : 'No match.'}
              </p>
            )}
          >
            {(option) => (
              <ListBoxItem
                textValue={option.title}
                className="flex cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 outline-none data-focused:bg-selection data-hovered:bg-hover"
              >
                {option.person === null ? (
                  <span className="head-gap-mark" aria-hidden="true" />
                ) : (
                  <PersonMark person={option.person} workspace={workspace} />
                )}
                <span className="min-w-0 flex-1">
                  <Text slot="label" className="block text-body text-ink">
                    {option.title}
                  </Text>
                  <Text slot="description" className="block text-label text-muted">
                    {option.note}
                    {option.findings.map(({ kind, text }) => (
                      <span key={text} className={`block ${kind === 'hard' ? 'text-error' : 'text-warning'}`}>
                        {kind === 'hard' ? '× ' : '! '}
                        {text}
                      </span>
                    ))}
                  </Text>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Anchored>
  );
}

type ListProps = Omit<Props, 'kind'>;
export const GiveList = (props: ListProps) => <PickList kind="give" {...props} />;
export const SwapList = (props: ListProps) => <PickList kind="swap" {...props} />;
export const MoveList = (props: ListProps) => <PickList kind="move" {...props} />;

function PersonMark({ person, workspace }: { readonly person: PersonId; readonly workspace: Workspace }) {
  const one = workspace.people[person];
  return one === undefined ? null : <Avatar name={one.name} position={one.position} size={24} />;
}
