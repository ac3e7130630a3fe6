import { FolderOpen, Globe } from 'lucide-react';
import { useEffect, useState } from 'react';
import { quarterOf } from '../../../shared/calendar/days.ts';
import type { SiteAudience, SiteOptions, SitePart } from '../../../shared/contract/site.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { siteParts, usualOptions } from '../../../shared/site/options.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import {
  partMissingText,
  siteAudienceNote,
  siteAudienceText,
  sitePartText,
} from '../../../shared/words/site-text.ts';
import { keeper } from '../../state/keeper.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { previewSite, publishNow, type SiteAnswer } from './site-acts.ts';
import { SiteFiles, SiteProgress } from './site-preview.tsx';

/** So many quarters a site may have. */
const MOST = 8;

/** The quarters in which somebody is on call, and the one on view; the newest ones. */
function useQuarters(): readonly QuarterId[] {
  const workspace = useWorkspace();
  const shown = useView((state) => state.quarter);
  const held = recordsOf(workspace, 'shifts').map(({ start }) => quarterOf(start.slice(0, 10) as LocalDate));
  return [...new Set([...held, shown])].sort().slice(-MOST);
}

const toggled = <Value,>(list: readonly Value[], value: Value, isOn: boolean): readonly Value[] =>
  isOn ? [...list, value] : list.filter((one) => one !== value);

interface OptionsProps {
  readonly options: SiteOptions;
  readonly onChange: (options: SiteOptions) => void;
}

function Choices({ options, onChange }: OptionsProps) {
  const quarters = useQuarters();
  const makesPdf = useWorkspaceStore((state) => state.host?.makesPdf === true);
  const part = (one: SitePart) => {
    const missing = partMissingText(one, options, makesPdf);
    return missing === null ? (
      <Checkbox
        key={one}
        checked={options.parts.includes(one)}
        onChange={(isOn) => onChange({ ...options, parts: toggled(options.parts, one, isOn) })}
      >
        {sitePartText[one]}
      </Checkbox>
    ) : (
      <p key={one} className="min-h-6 text-muted">
        {missing}.
      </p>
    );
  };
  return (
    <div className="flex flex-wrap gap-x-12 gap-y-5">
      <div className="flex max-w-90 flex-col gap-2">
        <h3 className="font-medium">For whom</h3>
        <SegmentedControl<SiteAudience>
          label="For whom"
          value={options.audience}
          options={(['internal', 'investor'] as const).map((id) => ({ id, title: siteAudienceText[id] }))}
          onChange={(audience) => onChange(usualOptions(audience, options.quarters))}
        />
        <p className="text-muted">{siteAudienceNote[options.audience]}</p>
      </div>
      <div role="group" aria-label="Quarters" className="flex flex-col gap-1">
        <h3 className="pb-1 font-medium">Quarters</h3>
        {quarters.map((quarter) => (
          <Checkbox
            key={quarter}
            checked={options.quarters.includes(quarter)}
            onChange={(isOn) => onChange({ ...options, quarters: toggled(options.quarters, quarter, isOn) })}
          >
            {quarterText(quarter)}
          </Checkbox>
        ))}
      </div>
      <div role="group" aria-label="What is in it" className="flex flex-col gap-1">
        <h3 className="pb-1 font-medium">What is in it, besides the schedule</h3>
        {siteParts.map(part)}
      </div>
    </div>
  );
}

interface Kept {
  readonly folder: string | null;
  readonly options: SiteOptions;
}

/** The folder of the site, and the options that were last published with; null until the host has told: nobody may choose what is then replaced. */
function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let over = false;
    void keeper()
      .call('site.folder', { choose: false })
      .then((reply) => {
        if (over) return;
        const { folder, options } = reply.ok ? reply.value : { folder: null, options: null };
        setKept({ folder, options: options ?? usualOptions('internal', [useView.getState().quarter]) });
      });
    return () => {
      over = true;
    };
  }, []);
  return kept;
}

function whyNot(options: SiteOptions, needsFolder: boolean, readOnly: string | null): string | undefined {
  if (options.quarters.length === 0) return 'Choose a quarter';
  if (needsFolder) return 'Choose a folder first';
  return readOnly === null || !options.parts.includes('calendars')
    ? undefined
    : `Read only: ${readOnly}. The numbers of what goes out in calendars could not be kept`;
}

/** A read-only site for everybody who has no Evenwatch: what is in it, what publishing would change, and publishing it. */
export function SiteTab() {
  const kept = useKept();
  return kept === null ? null : <Site kept={kept} />;
}

function Site({ kept }: { readonly kept: Kept }) {
  const [folder, setFolder] = useState(kept.folder);
  const [options, setOptions] = useState(kept.options);
  const [answer, setAnswer] = useState<SiteAnswer>(null);
  const [busy, setBusy] = useState(false);
  const isDesktop = useWorkspaceStore((state) => state.host?.host === 'desktop');
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const run = (act: (options: SiteOptions) => Promise<SiteAnswer>): void => {
    setBusy(true);
    setAnswer(null);
    void act(options)
      .then(setAnswer)
      .finally(() => setBusy(false));
  };
  const choose = (): void =>
    void keeper()
      .call('site.folder', { choose: true })
      .then((reply) => {
        if (!reply.ok) return;
        setFolder(reply.value.folder);
        setAnswer(null);
      });
  const fault = busy ? 'It is under way' : whyNot(options, isDesktop && folder === null, readOnly);
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-180 text-muted">
        A folder of pages without script: they open from the folder, and from any web server. Published again,
        only the files that changed are written; files that Evenwatch did not write are never touched.
      </p>
      <Choices
        options={options}
        onChange={(next) => {
          setOptions(next);
          setAnswer(null);
        }}
      />
      {isDesktop ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button icon={<FolderOpen size={14} aria-hidden />} onPress={choose}>
            {folder === null ? 'Choose a folder…' : 'Another folder…'}
          </Button>
          <span className="min-w-0 break-all text-muted">{folder ?? 'No folder yet'}</span>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="primary"
          icon={<Globe size={14} aria-hidden />}
          disabledReason={fault}
          onPress={() => run(publishNow)}
        >
          {isDesktop ? 'Publish' : 'Download the site…'}
        </Button>
        <Button
          disabledReason={busy ? fault : options.quarters.length === 0 ? 'Choose a quarter' : undefined}
          onPress={() => run(previewSite)}
        >
          {isDesktop ? 'Show what would change' : 'Show its files'}
        </Button>
        {busy ? <SiteProgress /> : null}
      </div>
      {typeof answer === 'string' ? (
        <p role="alert" className="max-w-180 text-error">
          {answer}
        </p>
      ) : null}
      {answer !== null && typeof answer !== 'string' ? <SiteFiles preview={answer} /> : null}
    </div>
  );
}
