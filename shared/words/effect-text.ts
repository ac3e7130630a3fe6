import type { MovePreview } from '../editing/move-preview.ts';
import { slotsNamedBy } from '../editing/gesture.ts';
import { landing, partsOf } from '../editing/landing.ts';
import { dateOf, daysBetween } from '../calendar/days.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Finding } from '../planner/finding.ts';
import type { PersonFairness, TeamFairness } from '../planner/judge.ts';
import { slotOf } from '../rotation/expand.ts';
import { daysLines } from './cover-effect.ts';
import { rangeText } from './date-text.ts';
import { findingText } from './finding-text.ts';
import { personName, slotName, slotWithDays } from './names.ts';
import { counted } from './number-text.ts';
import { pointsText, scoreText, shareText } from './points-text.ts';
import { refusalText } from './refusal-text.ts';
import { weeksText } from './repeat-text.ts';
import { stepTitle } from './step-title.ts';

/** One line of the ghost card, without its mark. */
export interface EffectLine {
  readonly kind: 'takes' | 'free' | 'hard' | 'soft' | 'share' | 'score' | 'refused';
  readonly text: string;
  readonly trend: 'better' | 'worse' | null;
}

const line = (kind: EffectLine['kind'], text: string, trend: EffectLine['trend'] = null): EffectLine => ({
  kind,
  text,
  trend,
});

/** At most this many shifts are named for a selection moved together; then a count. */
const mostNamed = 3;
/** Of this many people the shares are said, those that move most; the panel beside the plan has everybody. */
const mostShares = 4;

function leaveLines(workspace: Workspace, preview: MovePreview): readonly EffectLine[] {
  if (preview.command?.kind !== 'save-leave') return [];
  const { leave } = preview.command;
  const was = workspace.leave[leave.id];
  const before = was === undefined ? '' : `, was ${rangeText(was.from, was.to)}`;
  const away = leave.tentative ? 'is perhaps on leave' : 'is on leave';
  return [
    line(
      'takes',
      `${personName(workspace, leave.person)} ${away} ${rangeText(leave.from, leave.to)}${before}`,
    ),
    ...preview.findings.map(({ severity, shift }) =>
      line(severity, `${personName(workspace, leave.person)} holds ${slotWithDays(workspace, shift)}`),
    ),
    // Until they are known they are as they were, to the object.
    ...(preview.after === preview.before
      ? [line('free', 'Shares and score are being worked out')]
      : [...shareLines(workspace, preview), ...scoreLine(preview)]),
  ];
}

/** The first turn that has been worked, where a correction needs its reason. */
function pastLines(workspace: Workspace, { needsReason, command }: MovePreview): readonly EffectLine[] {
  if (needsReason && command?.kind === 'cover-days')
    return [line('soft', 'Some of these days are over: a reason is asked for')];
  if (!needsReason || command?.kind !== 'assign-shifts') return [];
  const past = command.assignments.filter(({ shift }) => {
    const slot = slotOf(workspace, shift);
    return slot !== null && dateOf(slot.end) <= command.today;
  });
  const [first] = past;
  if (first === undefined) return [];
  const what = past.length === 1 ? slotName(workspace, first.shift) : `${past.length} of these shifts`;
  return [line('soft', `${what} ${past.length === 1 ? 'has' : 'have'} been worked: a reason is asked for`)];
}

function takesLines(
  workspace: Workspace,
  { affected, command, gesture }: MovePreview,
): readonly EffectLine[] {
  if (command?.kind === 'cover-days')
    return daysLines(workspace, command).flatMap(({ gives, text }) => (gives ? [] : [line('takes', text)]));
  // What the hand moves comes before what moves out of its way.
  const moved = new Set(partsOf(gesture).map(landing));
  const takes = affected
    .flatMap(({ person, takes: shifts }) => shifts.map((shift) => ({ person, shift })))
    .sort((a, b) => Number(moved.has(b.shift)) - Number(moved.has(a.shift)))
    .map(({ person, shift }) =>
      line('takes', `${personName(workspace, person)} takes ${slotWithDays(workspace, shift)}`),
    );
  const assignments = command?.kind === 'assign-shifts' ? command.assignments : [];
  const gaps = assignments
    .filter(({ person }) => person === null)
    .map(({ shift }) => line('takes', `${slotWithDays(workspace, shift)} becomes a gap`));
  const all = [...takes, ...gaps];
  const rest = all.length - mostNamed;
  return rest > 1
    ? [
        line('takes', `${assignments.length} shifts change together`),
        ...all.slice(0, mostNamed),
        line('free', `and ${rest} more`),
      ]
    : all;
}

/** Whoever only gives is named too: nobody's plan changes in silence. */
function freeLines(workspace: Workspace, { affected, command }: MovePreview): readonly EffectLine[] {
  if (command?.kind === 'cover-days')
    return daysLines(workspace, command).flatMap(({ gives, text }) => (gives ? [line('free', text)] : []));
  return affected
    .filter(({ takes }) => takes.length === 0)
    .map(({ person, gives }) => {
      const [only] = gives;
      const what =
        gives.length === 1 && only !== undefined ? slotName(workspace, only) : `${gives.length} shifts`;
      return line('free', `${personName(workspace, person)} gives up ${what}`);
    });
}

/** What stands against a move, as the ghost card and every list of moves say it; a sentence is said once, though two shifts may lead to it. */
export function findingLines(workspace: Workspace, findings: readonly Finding[]): readonly EffectLine[] {
  const told = findings
    .filter(({ rule }) => rule !== 'gap')
    .map((finding) => line(finding.severity, findingText({ ...finding, accepted: false }, workspace)));
  const unique = told.filter((one, index) => told.findIndex(({ text }) => text === one.text) === index);
  const hard = unique.filter(({ kind }) => kind === 'hard');
  const soft = unique.filter(({ kind }) => kind === 'soft');
  // Every hard conflict is named. Warnings beyond four would bury them.
  return [
    ...hard,
    ...soft.slice(0, 4),
    ...(soft.length > 4 ? [line('soft', `and ${soft.length - 4} more warnings`)] : []),
  ];
}

const of = (fairness: TeamFairness, person: PersonId): PersonFairness | undefined =>
  fairness.people.find((one) => one.person === person);

function shareLines(workspace: Workspace, { affected, before, after }: MovePreview): readonly EffectLine[] {
  const moved = affected
    .flatMap(({ person }) => {
      const [was, is] = [of(before, person), of(after, person)];
      return was === undefined || is === undefined ? [] : [{ person, was, is }];
    })
    .sort((a, b) => Math.abs(b.is.load - b.was.load) - Math.abs(a.is.load - a.was.load));
  const told = affected.length > mostShares + 1 ? moved.slice(0, mostShares) : moved;
  const rest = moved.length - told.length;
  const lines = told.flatMap(({ person, was, is }) => {
    const closer = Math.abs(is.difference) - Math.abs(was.difference);
    const trend = closer === 0 ? null : closer < 0 ? 'better' : 'worse';
    if (closer === 0 && Math.sign(was.difference) === Math.sign(is.difference))
      return [line('share', `${personName(workspace, person)}: stays ${shareText(is.difference)}`)];
    const old =
      Math.sign(was.difference) === Math.sign(is.difference)
        ? pointsText(Math.abs(was.difference))
        : was.difference === 0
          ? 'on share'
          : shareText(was.difference).replace(/ share$/, '');
    return [
      line('share', `${personName(workspace, person)}: ${shareText(is.difference)}, was ${old}`, trend),
    ];
  });
  return rest > 0 ? [...lines, line('share', `and ${rest} more people`)] : lines;
}

function scoreLine({ before, after }: MovePreview): readonly EffectLine[] {
  if (before.score === null || after.score === null) return [];
  const [was, is] = [scoreText(before.score), scoreText(after.score)];
  const gaps = after.gaps === before.gaps ? '' : `, ${counted(after.gaps, 'gap')}`;
  if (was === is) return [line('score', `Score stays ${is}${gaps}`)];
  return [line('score', `Score ${was} → ${is}${gaps}`, after.score > before.score ? 'better' : 'worse')];
}

/**
 * The ghost card: who takes and gives what, every hard conflict on either side, warnings, and what becomes of the shares
 * and the score. A move that is refused says why instead.
 *
 * @param workspace the one before the move
 */
export function effectLines(workspace: Workspace, preview: MovePreview): readonly EffectLine[] {
  if (preview.refusal !== null) return [line('refused', refusalText(preview.refusal, workspace))];
  if (preview.command === null) return [line('free', 'No change')];
  if (preview.command.kind === 'save-leave') return leaveLines(workspace, preview);
  return [
    ...takesLines(workspace, preview),
    ...freeLines(workspace, preview),
    ...pastLines(workspace, preview),
    ...findingLines(workspace, preview.findings),
    ...shareLines(workspace, preview),
    ...scoreLine(preview),
  ];
}

/** The step's name in History and on the undo button: "Bram ↔ Chidi, Profit primary W5". */
export const moveTitle = (workspace: Workspace, preview: MovePreview): string =>
  preview.command === null
    ? 'No change'
    : (setTitle(workspace, preview) ?? stepTitle(preview.command, workspace));

/** `Move 16 shifts 1 week later`; null where it is no selection, or not all of it goes equally far. */
function setTitle(workspace: Workspace, { gesture }: MovePreview): string | null {
  const parts = partsOf(gesture);
  if (parts.length < 2) return null;
  const far = new Set(
    parts.map((part) => {
      const [from, to] = [slotsNamedBy(part)[0], landing(part) ?? undefined].map((id) =>
        id === undefined ? null : slotOf(workspace, id),
      );
      return from && to ? daysBetween(dateOf(from.start), dateOf(to.start)) : 0;
    }),
  );
  const [days] = far;
  return far.size === 1 && days !== undefined && days !== 0
    ? `Move ${parts.length} shifts ${weeksText(days)}`
    : null;
}

/** What was done, for the toast: "Bram takes Profit primary, W5 (1–7 Feb). Chidi gives up Profit primary W5." Nobody changes in silence: what has no room is counted. */
export function effectSentence(workspace: Workspace, preview: MovePreview): string {
  const told = [
    ...leaveLines(workspace, preview).slice(0, 1),
    ...takesLines(workspace, preview),
    ...freeLines(workspace, preview),
  ].map(({ text }) => text);
  const count = preview.command?.kind === 'assign-shifts' ? preview.command.assignments.length : 0;
  const isSet = count > mostNamed + 1;
  const some = isSet || told.length > mostNamed + 1 ? told.slice(0, mostNamed) : told;
  const rest = isSet ? count - (mostNamed - 1) : told.length - some.length;
  return `${some.join('. ')}${rest > 0 ? `, and ${rest} more` : ''}.`;
}

/** What a move done without a look at its card has to say of itself: "Warning: Bram stands in." Empty where nothing warns. */
export function warningSentence(workspace: Workspace, { findings }: MovePreview): string {
  const told = findingLines(workspace, findings).filter(({ kind }) => kind === 'soft');
  return told.length === 0 ? '' : `Warning: ${told.map(({ text }) => text).join('; ')}.`;
}

/** What a screen reader hears while the keys aim: the effect, conflicts by their word, in one breath. */
export function effectSpeech(workspace: Workspace, preview: MovePreview): string {
  const marks: Readonly<Partial<Record<EffectLine['kind'], string>>> = {
    hard: 'Conflict: ',
    soft: 'Warning: ',
  };
  return effectLines(workspace, preview)
    .map(({ kind, text }) => `${marks[kind] ?? ''}${text}`)
    .join('. ');
}

/** The title of the question before a drop that breaks a rule, or corrects what was worked: "Place Profit primary W5 anyway?" */
export function askTitle(workspace: Workspace, { command, needsReason }: MovePreview): string {
  if (command?.kind === 'save-leave')
    return `Move the leave of ${personName(workspace, command.leave.person)} anyway?`;
  if (command?.kind === 'cover-days') {
    const [cover] = command.covers;
    const what = cover === undefined ? 'covers' : `days of ${slotName(workspace, cover.shift)}`;
    return needsReason ? `Correct ${what}?` : `Cover ${what} anyway?`;
  }
  const shifts = command?.kind === 'assign-shifts' ? command.assignments.map(({ shift }) => shift) : [];
  const [only] = shifts;
  const what =
    shifts.length === 1 && only !== undefined ? slotName(workspace, only) : `${shifts.length} shifts`;
  return needsReason ? `Correct ${what}?` : `Place ${what} anyway?`;
}
