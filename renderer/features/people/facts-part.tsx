import { isCountry } from '../../../shared/calendar/region.ts';
import { noPartText, regionText, regionTrouble } from '../../../shared/words/people-text.ts';
import { today } from '../../state/clock.ts';
import { useRegions } from '../../state/holiday-answers.ts';
import { regionsOf } from '../../state/regions-known.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Field } from '../../ui/field.tsx';
import { ZoneBox } from '../../ui/zone-box.tsx';
import type { FormErrors, PersonForm } from './person-form.ts';

interface Props {
  readonly form: PersonForm;
  readonly errors: FormErrors;
  readonly isNew: boolean;
  readonly set: (change: Partial<PersonForm>) => void;
}

const isRegion = (text: string): boolean => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(text);

/** Whose holidays are kept, or why none are: told while it is typed, for a region that nobody knows keeps none without a word. */
function RegionField({ form, errors, set }: Omit<Props, 'isNew'>) {
  const workspace = useWorkspace();
  const region = form.region.trim().toUpperCase().replace('_', '-');
  const isWhole = isRegion(region);
  const [country = '', part] = region.split('-');
  const parts = regionsOf(useRegions(isWhole && part !== undefined && isCountry(country) ? country : ''));
  const isNoPart = part !== undefined && parts.length > 0 && !parts.some(({ id }) => id === part);
  const trouble = !isWhole
    ? null
    : isNoPart
      ? noPartText(region)
      : regionTrouble(workspace, region, today(workspace.about.zone));
  return (
    <div className="flex flex-col gap-1">
      <Field
        label="Country or region"
        value={form.region}
        error={errors.region}
        placeholder="US or DE-BY"
        hint={
          isWhole
            ? trouble === null
              ? `Keeps the holidays of ${regionText(region)}.`
              : undefined
            : 'Whose public holidays they keep. Empty: none.'
        }
        onChange={(next) => set({ region: next })}
      />
      {trouble === null || errors.region !== undefined ? null : (
        <p role="status" className="text-label text-warning">
          ! {trouble}
        </p>
      )}
    </div>
  );
}

/** Name, share of full time, days in the team, limits, place. */
export function FactsPart({ form, errors, isNew, set }: Props) {
  return (
    <>
      <div className="flex flex-col gap-3">
        <Field
          label="Name"
          value={form.name}
          error={errors.name}
          onChange={(name) => set({ name })}
          autoFocus={isNew}
        />
        <Field label="E-mail" value={form.email} error={errors.email} onChange={(email) => set({ email })} />
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field
          label="Share of full time"
          value={form.share}
          error={errors.share}
          hint="In per cent, 1 to 100. It counts in all quarters that are not closed."
          onChange={(share) => set({ share })}
        />
        <Field
          label="Most shifts a quarter"
          value={form.limit}
          error={errors.limit}
          hint="Empty is no limit."
          onChange={(limit) => set({ limit })}
        />
        <Field
          label="First day in the team"
          type="date"
          value={form.joins}
          error={errors.joins}
          hint="Weeks before it stay as they are. Empty: has always been there, and counts in all weeks."
          onChange={(joins) => set({ joins })}
        />
        <Field
          label="Last day in the team"
          type="date"
          value={form.leaves}
          error={errors.leaves}
          hint="Empty: no end is known."
          onChange={(leaves) => set({ leaves })}
        />
        <RegionField form={form} errors={errors} set={set} />
        <ZoneBox value={form.zone} error={errors.zone} onChange={(zone) => set({ zone })} />
      </div>
    </>
  );
}

/** What imports and other tools call somebody. */
export function OtherNamesPart({ form, errors, set }: Omit<Props, 'isNew'>) {
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Field
        label="Other names"
        rows={3}
        value={form.aliases}
        error={errors.aliases}
        hint="One a line. Imports know them by these too."
        onChange={(aliases) => set({ aliases })}
      />
      <Field
        label="Ids in other tools"
        rows={3}
        value={form.externalIds}
        error={errors.externalIds}
        placeholder="pagerduty: PABC123"
        hint="One a line, the tool first."
        onChange={(externalIds) => set({ externalIds })}
      />
    </div>
  );
}
