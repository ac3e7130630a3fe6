import { dateOf } from '../calendar/days.ts';
import { without } from '../calendar/span.ts';
import { ok, refused, type Result } from '../result.ts';
import type { LocalDateTime } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import { derived, recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { coverTimes } from '../planner/covers/cover-times.ts';
import { coversOf, servedSpans } from '../rotation/override.ts';
import { blankShift, sequenceOf } from '../rotation/planned-shift.ts';
import type { CommandOf, Cover } from './command.ts';
import { unknown, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';
import { judgeRules, pastRefusal, refusalOf } from './shift-edits.ts';

/** A stretch of a turn that somebody else serves. */
interface Piece {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly person: PersonId;
  /** The record that it is of, or a part of; null for a new one. */
  readonly of: Shift | null;
}

type Laid = Map<ShiftId, readonly Piece[]>;
type Stamp = Pick<CommandOf<'cover-days'>, 'today' | 'reason'>;

const piecesOf = (workspace: Workspace, laid: Laid, turn: ShiftId): readonly Piece[] =>
  laid.get(turn) ??
  coversOf(workspace.shifts, turn).map((of) => ({ start: of.start, end: of.end, person: of.person, of }));

/** What is left of a piece beside this stretch: all of it, one end, both ends or nothing. */
function beside(piece: Piece, start: LocalDateTime, end: LocalDateTime): readonly Piece[] {
  if (piece.end <= start || end <= piece.start) return [piece];
  const before = { ...piece, end: start };
  const after = { ...piece, start: end };
  return [before, after].filter((rest) => rest.start < rest.end);
}

/** One piece instead of two that touch and are one person's; one with an overruled rule stays by itself, as it was flagged. */
function joined(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const touches = (one: Piece): boolean =>
    one.person === piece.person &&
    (one.of?.accepted.length ?? 0) === 0 &&
    (one.end === piece.start || one.start === piece.end);
  const start = pieces
    .filter(touches)
    .reduce((first, one) => (one.start < first ? one.start : first), piece.start);
  const end = pieces.filter(touches).reduce((last, one) => (one.end > last ? one.end : last), piece.end);
  return [...pieces.filter((one) => !touches(one)), { ...piece, start, end }];
}

/** Takes a cover back: its days are the holder's again. */
function removal(workspace: Workspace, laid: Laid, id: ShiftId, stamp: Stamp): Refusal | null {
  const cover = recordOf(workspace, 'shifts', id);
  const turn = cover?.covers ?? null;
  if (cover === undefined || turn === null) return unknown('shifts', id, 'remove').reason;
  laid.set(
    turn,
    piecesOf(workspace, laid, turn).filter(({ of }) => of?.id !== id),
  );
  return pastRefusal(cover, stamp);
}

/** Lays a cover over a turn, in the place of what covered these days before. Its own holder takes the days back. */
function laying(workspace: Workspace, laid: Laid, cover: Cover, stamp: Stamp): Refusal | null {
  const named = recordOf(workspace, 'shifts', cover.shift);
  const turn = recordOf(workspace, 'shifts', named?.covers ?? cover.shift);
  const where = `shifts/${cover.shift}`;
  if (turn === undefined) return unknown('shifts', cover.shift, 'covers').reason;
  const times = coverTimes(turn, cover.from, cover.until);
  if (times === null) return { kind: 'invalid', where, what: 'does not have all of these days' };
  if (times.start === turn.start && times.end === turn.end)
    return { kind: 'invalid', where, what: 'would be covered whole; give the shift itself instead' };
  const slot = { ...times, id: turn.id };
  const refusal = refusalOf(workspace, cover, slot) ?? pastRefusal(slot, stamp);
  if (refusal !== null) return refusal;
  const rest = piecesOf(workspace, laid, turn.id).flatMap((piece) => beside(piece, times.start, times.end));
  const pieces =
    cover.person === turn.person ? rest : joined(rest, { ...times, person: cover.person, of: null });
  laid.set(turn.id, pieces);
  return null;
}

const isWhole = ({ start, end, person, of }: Piece): boolean =>
  of !== null && of.start === start && of.end === end && of.person === person;

/** The record of a piece. One that begins where a record did keeps its name, and so do calendars that follow it. */
function recordFor(workspace: Workspace, turn: Shift, piece: Piece, reason: string): Shift {
  const { start, end, person, of } = piece;
  if (of !== null && isWhole(piece)) return of;
  const id = `${turn.id}/cover/${dateOf(start)}` as ShiftId;
  const before = recordOf(workspace, 'shifts', id);
  const moved = before?.person === person && (before.start !== start || before.end !== end);
  return {
    ...blankShift({ id, rotation: turn.rotation, layer: turn.layer, start, end }),
    person,
    origin: 'hand',
    pinned: true,
    accepted: of?.accepted ?? [],
    sequence: sequenceOf(before, person) + (moved ? 1 : 0),
    note: reason.trim() === '' ? (of?.note ?? '') : reason.trim(),
  };
}

interface Written {
  readonly shifts: Workspace['shifts'];
  /** Covers that are new or other than before. */
  readonly made: readonly ShiftId[];
  /** Turns whose covers changed. */
  readonly turns: readonly ShiftId[];
}

function written(workspace: Workspace, laid: Laid, reason: string): Result<Written, Refusal> {
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  const made: ShiftId[] = [];
  const touched: ShiftId[] = [];
  for (const [id, pieces] of laid) {
    const turn = workspace.shifts[id] as Shift;
    const gone = coversOf(workspace.shifts, id).map((cover) => cover.id);
    const records = pieces.map((piece) => recordFor(workspace, turn, piece, reason));
    if (new Set(records.map((record) => record.id)).size < records.length)
      return refused({
        kind: 'invalid',
        where: `shifts/${id}`,
        what: 'would have two covers that begin on one day',
      });
    for (const old of gone) delete shifts[old];
    for (const record of records) {
      shifts[record.id] = record;
      if (workspace.shifts[record.id] !== record) made.push(record.id);
    }
    touched.push(...gone, ...records.map((record) => record.id));
  }
  return ok({
    shifts: derived(workspace.shifts, shifts, [...new Set(touched)]),
    made,
    turns: [...laid.keys()],
  });
}

/** Turns whose holder serves time again that somebody had covered: what the rules say of it is asked anew. */
function servedAgain(workspace: Workspace, { shifts, turns }: Written): readonly ShiftId[] {
  return turns.filter((id) => {
    const turn = workspace.shifts[id] as Shift;
    const zone = recordOf(workspace, 'rotations', turn.rotation)?.handoff.zone ?? workspace.about.zone;
    const before = servedSpans(workspace.shifts, turn, zone);
    return servedSpans(shifts, turn, zone).some((span) => without(span, before).length > 0);
  });
}

/**
 * Gives single days of turns to others, and takes such covers back; the days of one edit are laid one after the other, the later
 * over the earlier. A cover is pinned, counts for whoever covers, and asks the hard rules like a turn given by hand; so does
 * a turn whose holder gets days back. Days gone by need a reason.
 */
export function coverDays(workspace: Workspace, command: CommandOf<'cover-days'>): Outcome {
  const laid: Laid = new Map();
  for (const id of command.remove) {
    const refusal = removal(workspace, laid, id, command);
    if (refusal !== null) return refused(refusal);
  }
  for (const cover of command.covers) {
    const refusal = laying(workspace, laid, cover, command);
    if (refusal !== null) return refused(refusal);
  }
  const outcome = written(workspace, laid, command.reason);
  if (!outcome.ok) return outcome;
  const { shifts, made } = outcome.value;
  const touched = [...made, ...servedAgain(workspace, outcome.value)];
  const judged = judgeRules(workspace, shifts, touched, command.accept);
  return judged.ok ? ok({ ...workspace, shifts: judged.value }) : judged;
}
