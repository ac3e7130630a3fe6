import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { dayWithYearText, timeExample } from '../../../shared/words/date-text.ts';
import { weekdayName } from '../../../shared/words/rotation-text.ts';
import { explained } from '../../state/meaning.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Term } from '../../ui/term.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftErrors, RotationDraft } from './draft.ts';
import { Part } from './part.tsx';

export interface PartProps {
  readonly draft: RotationDraft;
  readonly errors: DraftErrors;
  readonly set: (change: Partial<RotationDraft>) => void;
}

const kinds = [
  { id: 'exclusive', title: 'Exclusive' },
  { id: 'watch', title: 'Watch' },
] as const;
const cadences = [
  { id: '1', title: 'Every week' },
  { id: '2', title: 'Every two weeks' },
] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(day), title: weekdayName(day) }));

const zonesKnown = Intl.supportedValuesOf('timeZone').map((id) => ({
  id: id as ZoneName,
  title: id.replaceAll('_', ' '),
}));

/** All zones, with the one that is set: a file may hold an older name of it. */
const zonesWith = (zone: ZoneName) =>
  zonesKnown.some(({ id }) => id === zone) ? zonesKnown : [{ id: zone, title: zone }, ...zonesKnown];

/** What the duty is called, what it watches, and whether it may be held beside others. */
export function AboutPart({ draft, errors, set }: PartProps) {
  const { pipelines } = useWorkspace();
  const options: readonly { readonly id: PipelineId | 'team'; readonly title: string }[] = [
    { id: 'team', title: 'The whole team' },
    ...Object.values(pipelines)
      .sort((one, other) => one.position - other.position)
      .map(({ id, name }) => ({ id, title: name })),
  ];
  return (
    <Part title="Duty">
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)] gap-3">
        <Field label="Name" value={draft.name} onChange={(name) => set({ name })} error={errors['name']} />
        <Field
          label="Code"
          value={draft.code}
          onChange={(code) => set({ code: code.toUpperCase() })}
          error={errors['code']}
        />
        <Select
          label="Watches"
          options={options}
          value={draft.pipeline ?? 'team'}
          onChange={(id) => set({ pipeline: id === 'team' ? null : id })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SegmentedControl
          label="Kind"
          options={kinds}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        <p className="min-w-60 flex-1 text-muted">
          <Term {...explained(draft.kind)}>{draft.kind === 'exclusive' ? 'Exclusive' : 'Watch'}</Term>:{' '}
          {draft.kind === 'exclusive'
            ? 'whoever holds it holds no other exclusive duty at that time, and rests after it.'
            : 'a lighter duty that may be held beside others; only its own layers need different people.'}
        </p>
      </div>
    </Part>
  );
}

/**
 * When turns begin and end.
 *
 * @param isHeld turns of it are held: its first and last day are no longer typed, for they would move what is planned
 */
export function TurnsPart({ draft, errors, set, isHeld }: PartProps & { readonly isHeld: boolean }) {
  return (
    <Part title="Turns">
      <SegmentedControl
        label="Turns change"
        options={cadences}
        value={draft.cadenceWeeks === 1 ? '1' : '2'}
        onChange={(weeks) => set({ cadenceWeeks: weeks === '1' ? 1 : 2 })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_minmax(0,1.3fr)] gap-3">
        <Select
          label="Hand-off on"
          options={weekdays}
          value={String(draft.weekday)}
          onChange={(weekday) => set({ weekday: Number(weekday) })}
        />
        <Field
          label="at"
          value={draft.time}
          onChange={(time) => set({ time })}
          error={errors['time']}
          placeholder={timeExample()}
        />
        <ComboBox
          label="on the clock of"
          options={zonesWith(draft.zone)}
          value={draft.zone}
          onChange={(zone) => set({ zone })}
        />
      </div>
      {isHeld ? (
        <p className="text-muted">
          Since {dayWithYearText(draft.startsOn as LocalDate)},{' '}
          {draft.endsOn === '' ? 'with no end' : `until ${dayWithYearText(draft.endsOn as LocalDate)}`}. The
          menu above ends it; saving another cadence asks from when it holds.
        </p>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="First turn from"
            type="date"
            value={draft.startsOn}
            onChange={(startsOn) => set({ startsOn })}
            error={errors['startsOn']}
            hint="The first hand-off on or after this day."
          />
          <Field
            label="No turn from"
            type="date"
            value={draft.endsOn}
            onChange={(endsOn) => set({ endsOn })}
            error={errors['endsOn']}
            hint="Empty: it goes on."
          />
        </div>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Counts, in % of an ordinary duty"
          value={draft.factor}
          onChange={(factor) => set({ factor })}
          error={errors['factor']}
          hint="150 for a heavy rotation, 50 for a light watch."
        />
        {draft.kind === 'watch' ? null : (
          <Field
            label="Weeks of rest after a turn"
            value={draft.rest}
            onChange={(rest) => set({ rest })}
            error={errors['rest']}
            hint="Wanted between two turns of one person."
          />
        )}
      </div>
    </Part>
  );
}
