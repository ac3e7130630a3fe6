import { useMemo, useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { dateOf, daysBetween, mondayOf } from '../../../shared/calendar/days.ts';
import { suggestSetGive, suggestSetMove } from '../../../shared/editing/suggest-set.ts';
import {
  allAsked,
  suggestGive,
  suggestMove,
  suggestSwap,
  type Suggestion,
} from '../../../shared/editing/suggest.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Assessment } from '../../../shared/planner/attainable.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { weekText } from '../../../shared/words/date-text.ts';
import { findingLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import { personName, slotName, slotWithDays } from '../../../shared/words/names.ts';
import { scoreText, shareText } from '../../../shared/words/points-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { weeksText } from '../../../shared/words/repeat-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { today } from '../../state/clock.ts';
import { commitMove } from '../../state/drag-store.ts';
import { setOf } from '../../state/shift-acts.ts';
import { closeDesk, type Anchor } from '../../state/shift-desk.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
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

interface Asked {
  readonly kind: PickKind;
  readonly shift: ShiftId;
  /** The selection that is meant as a whole; null for the shift alone. */
  readonly set: ReturnType<typeof setOf>;
  readonly quarter: QuarterId;
  readonly assessment: Assessment | null;
  readonly everybody: boolean;
}

function suggestionsFor(workspace: Workspace, asked: Asked): readonly Suggestion[] {
  const { kind, shift, set, quarter, assessment, everybody } = asked;
  const now = today(workspace.about.zone);
  if (set !== null && kind !== 'swap')
    return kind === 'give'
      ? suggestSetGive(workspace, quarter, set, assessment, now, everybody)
      : suggestSetMove(workspace, quarter, set, assessment, now);
  if (kind === 'give') return suggestGive(workspace, quarter, shift, assessment, now, everybody);
  return (kind === 'swap' ? suggestSwap : suggestMove)(workspace, quarter, shift, assessment, now);
}

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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of a selection so many conflicts and warnings are named each time; all of them before it is placed. */
const mostOfSet = 3;

/** A week that a selection goes to: "2 weeks later, W7". */
function weekOption(workspace: Workspace, shift: ShiftId, monday: LocalDate): string {
  const slot = slotOf(workspace, shift);
  const days = slot === null ? 0 : daysBetween(mondayOf(dateOf(slot.start)), monday);
  return `${weeksText(days)}: ${weekText(monday)} for ${slotName(workspace, shift)}`;
}

function optionOf(workspace: Workspace, asked: Asked, suggestion: Suggestion): Option {
  const { kind, set } = asked;
  const { preview, key } = suggestion;
  if (set !== null && kind === 'move') {
    const lines = preview.refusal === null ? findingLines(workspace, preview.findings) : [];
    const title = weekOption(workspace, asked.shift, key as LocalDate);
    return {
      suggestion,
      title,
      person: null,
      findings: firstOf(lines),
      note: capital(scoreNote(preview, null)),
    };
  }
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
  return { suggestion, title, person, findings: set === null ? findings : firstOf(findings), note };
}

function firstOf(findings: Option['findings']): Option['findings'] {
  const rest = findings.length - mostOfSet;
  if (rest <= 1) return findings;
  const kind = findings[mostOfSet]?.kind ?? 'soft';
  return [...findings.slice(0, mostOfSet), { kind, text: `and ${rest} more` }];
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
  const [everybody, setEverybody] = useState(false);
  // The selection that the list was opened for: it does not change under the eye.
  const [set] = useState(() => (kind === 'swap' ? null : setOf(shift)));
  const options = useMemo(() => {
    const asked = { kind, shift, set, quarter, assessment, everybody };
    return suggestionsFor(workspace, asked).map((one) => optionOf(workspace, asked, one));
  }, [workspace, kind, shift, set, quarter, assessment, everybody]);
  const isGap = workspace.shifts[shift] === undefined;
  const what = set === null ? slotName(workspace, shift) : `${set.slots.length} shifts`;
  const title = `${kind === 'give' && isGap ? 'Assign to' : titles[kind]}: ${what}`;
  const team = Object.values(workspace.people).filter(({ archivedOn }) => archivedOn === null).length;
  const leavesOut = kind === 'give' && !everybody && team > allAsked;
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
                  set === null ? (
                    <span className="head-gap-mark" aria-hidden="true" />
                  ) : null
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
        {leavesOut ? (
          <p className="sticky bottom-0 flex items-center justify-between gap-3 border-t border-divider bg-raised px-3 py-2 text-label text-muted">
            {set === null ? 'Whoever takes turns in this rotation' : 'Whoever takes turns in these rotations'}
            <Button size="small" kind="quiet" onPress={() => setEverybody(true)}>
              Show all {team} people
            </Button>
          </p>
        ) : null}
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
