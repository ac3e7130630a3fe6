import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Finding } from '../planner/finding.ts';
import type { Workspace } from '../model/workspace.ts';
import type { TeamFairness } from '../planner/judge.ts';
import type { Command } from './command.ts';
import type { Edited } from './edit.ts';
import type { Gesture } from './gesture.ts';
import type { Refusal } from './refusal.ts';

/** The edits that a hand can make. */
export type MoveCommand = Extract<Command, { kind: 'assign-shifts' | 'save-leave' | 'cover-days' }>;

/** Somebody whose plan a move changes. */
export interface Affected {
  readonly person: PersonId;
  readonly takes: readonly ShiftId[];
  readonly gives: readonly ShiftId[];
}

/** An edit that has been made on a workspace, and is kept by nobody yet. */
export interface Tried extends Edited {
  readonly on: Workspace;
}

/** What a move would do, found by doing it to a workspace that nobody keeps. */
export interface MovePreview {
  readonly gesture: Gesture;
  /**
   * The edit that commits the move, naming in `accept` every hard rule that it breaks; null when nothing would change
   * or `refusal` stands in the way. With `conflicts` it is for "Place anyway" only.
   */
  readonly command: MoveCommand | null;
  /** What `command` made of the workspace, so that whoever commits it there need not make it again; null where it is not known. */
  readonly tried: Tried | null;
  /** A week that has been worked is among them: `command` still lacks the reason, and `edit` refuses it without one. */
  readonly needsReason: boolean;
  /** Why the move cannot be made at all, even anyway: an unknown record, days off that are over. */
  readonly refusal: Refusal | null;
  readonly affected: readonly Affected[];
  /** All findings that touch the moved shifts afterwards, hard ones first. */
  readonly findings: readonly Finding[];
  /** The hard ones among them, gaps left out: a gap is an open wish, not a broken rule. */
  readonly conflicts: readonly Finding[];
  readonly before: TeamFairness;
  readonly after: TeamFairness;
}

/** A preview in which nothing changes. */
export const unmoved = (gesture: Gesture, before: TeamFairness): MovePreview => ({
  gesture,
  command: null,
  tried: null,
  needsReason: false,
  refusal: null,
  affected: [],
  findings: [],
  conflicts: [],
  before,
  after: before,
});

/** Whether a drop has to be asked about first: it breaks a rule that a lead can overrule, or corrects what was worked. */
export const asksFirst = ({ command, conflicts, needsReason }: MovePreview): boolean =>
  command !== null &&
  (needsReason || (command.kind === 'save-leave' ? conflicts.length > 0 : command.accept.length > 0));

export const hardFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));
