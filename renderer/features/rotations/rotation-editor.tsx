import { useState } from 'react';
import { effectOnPast, needsDay, stranded } from '../../../shared/editing/rotation-change.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { sameJson } from '../../../shared/model/json.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { successorOf } from '../../../shared/rotation/seam.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { stateOf, stateText } from '../../../shared/words/rotation-text.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { make } from './acts.ts';
import { ChangeDialog, type Change } from './change-dialog.tsx';
import { draftErrors, draftOf, rotationOf, type RotationDraft } from './draft.ts';
import { dropDraft, selectRotation, setDraft, settled, useDrafts } from './draft-store.ts';
import { EndDialog } from './end-dialog.tsx';
import { LayersPart } from './layers-part.tsx';
import { NextTurns } from './next-turns.tsx';
import { PeoplePart, StandInsPart } from './people-part.tsx';
import { RotationMenu } from './rotation-menu.tsx';
import { AboutPart, TurnsPart } from './terms-part.tsx';

interface Props {
  readonly rotation: Rotation;
  readonly isNew: boolean;
  readonly inUse: readonly Rotation[];
  readonly today: LocalDate;
}

/** What is drafted of a rotation, what is wrong with it, and the rotation it would be. */
function useDraft({ rotation, isNew }: Props) {
  const { people } = useWorkspace();
  const kept = useDrafts((state) => state.drafts[rotation.id]);
  const draft = kept ?? draftOf(rotation);
  const nameOf = (person: PersonId): string => people[person]?.name ?? person;
  const errors = draftErrors(draft, nameOf);
  const after = Object.keys(errors).length === 0 ? rotationOf(draft, rotation) : null;
  const changed = isNew || (kept !== undefined && !sameJson(after, rotation));
  const set = (change: Partial<RotationDraft>): void => setDraft({ ...draft, ...change });
  return { draft, errors, after, changed, set };
}

/** Under which terms it goes on, where it has been continued; a click away. */
function Continued({ rotation }: { readonly rotation: Rotation }) {
  const { rotations } = useWorkspace();
  const follower = successorOf(rotations, rotation.id);
  const before = rotation.succeeds === null ? null : (rotations[rotation.succeeds] ?? null);
  return (
    <>
      {follower === null ? null : (
        <Button kind="quiet" size="small" onPress={() => selectRotation(follower.id)}>
          Goes on under other terms from {dayWithYearText(follower.startsOn)}
        </Button>
      )}
      {before === null ? null : (
        <Button kind="quiet" size="small" onPress={() => selectRotation(before.id)}>
          Continues older terms
        </Button>
      )}
    </>
  );
}

/** One rotation, with everything about it in its place; what is typed counts once it is saved. */
export function RotationEditor(props: Props) {
  const { rotation, isNew, inUse, today } = props;
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const { draft, errors, after, changed, set } = useDraft(props);
  const [change, setChange] = useState<Change | null>(null);
  const [ending, setEnding] = useState<Rotation | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [shownErrors, setShownErrors] = useState(false);
  const count = Object.keys(errors).length;
  const reason =
    readOnly === null ? (changed || count > 0 ? undefined : 'Nothing is changed') : `Read only: ${readOnly}`;
  const isHeld = Object.values(workspace.shifts).some((shift) => shift.rotation === rotation.id);
  const onADay =
    !isNew &&
    after !== null &&
    (effectOnPast(workspace, rotation, after, today).length > 0 ||
      stranded(workspace, rotation, after, today).length > 0 ||
      needsDay(workspace, rotation, after));
  const save = (): void => {
    setRefused(null);
    setShownErrors(true);
    if (after === null) return;
    if (onADay) return setChange({ before: rotation, after });
    const said = isNew
      ? `${after.name} is added. Plan the quarter to fill its turns.`
      : `${after.name} is changed.`;
    const refusal = make({ kind: 'save-rotation', rotation: after }, said);
    if (refusal !== null) return setRefused(refusal);
    settled(rotation.id, rotation.id);
    setShownErrors(false);
  };
  const discard = (): void => {
    dropDraft(rotation.id);
    if (!isNew) selectRotation(rotation.id);
    setRefused(null);
  };
  const type = (next: Partial<RotationDraft>): void => {
    setRefused(null);
    set(next);
  };
  const part = { draft, errors: shownErrors || !isNew ? errors : {}, set: type };
  const state = isNew ? 'Not saved yet' : stateText(rotation, today);
  return (
    <div className="mx-auto flex w-full max-w-290 flex-col px-6 pb-8">
      <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-divider bg-ground py-3">
        <div className="flex min-w-0 flex-1 items-baseline gap-3">
          <h2 className="truncate text-title font-semibold" title={rotation.name}>
            {draft.name.trim() === '' ? 'Unnamed rotation' : draft.name}
          </h2>
          <p className="shrink-0 text-muted">{state}</p>
          {isNew ? null : <Continued rotation={rotation} />}
        </div>
        {changed || count > 0 ? (
          <Button onPress={discard}>{isNew ? 'Discard' : 'Discard changes'}</Button>
        ) : null}
        <Button kind="primary" disabledReason={reason} onPress={save}>
          {isNew ? 'Add rotation' : onADay ? 'Save…' : 'Save'}
        </Button>
        {isNew ? null : (
          <RotationMenu
            rotation={rotation}
            inUse={inUse}
            today={today}
            readOnly={readOnly === null ? undefined : `Read only: ${readOnly}`}
            onEnd={() => setEnding(rotation)}
          />
        )}
      </header>
      <p
        role="alert"
        className={refused === null && !(shownErrors && count > 0) ? 'sr-only' : 'pt-3 text-error'}
      >
        {refused ??
          (shownErrors && count > 0
            ? `Not saved: ${count === 1 ? 'one field has' : `${count} fields have`} to be mended first.`
            : '')}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] gap-x-10 gap-y-7 pt-5 max-[1279px]:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-7">
          <AboutPart {...part} />
          <TurnsPart {...part} isHeld={isHeld} />
          <LayersPart {...part} />
          <PeoplePart {...part} today={today} rotation={after} />
          {draft.kind === 'watch' ? <StandInsPart {...part} today={today} /> : null}
        </div>
        <aside aria-label="What comes of it" className="min-w-0 max-[1279px]:order-first">
          <div className="sticky top-18">
            <NextTurns
              rotation={stateOf(rotation, today) === 'ended' && !changed ? rotation : after}
              today={today}
            />
          </div>
        </aside>
      </div>
      <ChangeDialog change={change} today={today} onClose={() => setChange(null)} />
      <EndDialog rotation={ending} today={today} onClose={() => setEnding(null)} />
    </div>
  );
}
