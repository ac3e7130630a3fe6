import { CircleAlert, CircleCheck, FileDown, Pencil, Printer, Siren, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { runbookLink } from '../../../shared/runbooks/deep-link.ts';
import { markdownTree } from '../../../shared/runbooks/markdown.ts';
import { runsOf } from '../../../shared/runbooks/runs.ts';
import { audienceText, reviewText, runbookPage, type RunbookPage } from '../../../shared/runbooks/page.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { countText } from '../../../shared/words/number-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Button as AriaButton } from 'react-aria-components/Button';
import { CopyButton } from './copy-button.tsx';
import { ExternalLink } from './external-link.tsx';
import { setIncidentMode, useIncidentMode } from './incident-mode.ts';
import { FirstActions, Issues } from './issues.tsx';
import { OnCallNow } from './on-call-now.tsx';
import { OpenIncidents } from './open-incidents.tsx';
import { Owners } from './owners.tsx';
import type { Paper } from '../../../shared/print/style.ts';
import { usualPaper } from '../../state/paper.ts';
import { PastRuns } from './past-runs.tsx';
import { Promises } from './promises.tsx';
import { RunView } from './run-view.tsx';
import { confirmReview } from './runbook-acts.ts';
import { Section } from './section.tsx';
import { TreeView } from './tree-view.tsx';
import { useInnerContent } from './use-inner-content.ts';
import { Watched } from './watched.tsx';
import { WorkThrough } from './work-through.tsx';
import './runs.css';
import type { Exporting } from './use-export.ts';

interface Props {
  readonly runbook: Runbook;
  readonly all: readonly Runbook[];
  readonly today: LocalDate;
  readonly exporting: Exporting;
  readonly readOnlyBecause: string | null;
  readonly onEdit: () => void;
}

/** What is not for investors is never among them unsaid. */
function allTitle(all: number, investor: number): string {
  if (all === 1) return 'All runbooks';
  return `All ${countText(all)} runbooks${investor === all || investor === 0 ? '' : ', internal ones too'}`;
}

function ExportMenu({
  runbook,
  all,
  today,
  exporting,
}: Pick<Props, 'runbook' | 'all' | 'today' | 'exporting'>) {
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const { makesPdf, busy, run } = exporting;
  const investor = all.filter((it) => it.audience === 'investor');
  const word = makesPdf ? 'Export PDF' : 'Print';
  const papers = (['A4', 'Letter'] as const).map((it) => ({
    id: it,
    title: it === 'A4' ? 'A4' : 'US Letter',
    checked: it === paper,
    run: () => setPaper(it),
  }));
  return (
    <Menu
      label={word}
      placement="bottom end"
      trigger={
        <AriaButton className={buttonLook('plain')} isDisabled={busy} aria-busy={busy}>
          {makesPdf ? <FileDown size={14} aria-hidden /> : <Printer size={14} aria-hidden />}
          {busy ? 'Making PDF…' : word}
        </AriaButton>
      }
      groups={[
        {
          id: 'what',
          entries: [
            { id: 'one', title: `${runbook.title} alone`, run: () => run([runbook], paper, today) },
            ...(investor.length === all.length || investor.length === 0
              ? []
              : [
                  {
                    id: 'investor',
                    title: `All ${countText(investor.length)} investor-facing`,
                    run: () => run(investor, paper, today),
                  },
                ]),
            {
              id: 'all',
              title: allTitle(all.length, investor.length),
              disabledReason: all.length === 1 ? 'This is the only one' : undefined,
              run: () => run(all, paper, today),
            },
          ],
        },
        { id: 'paper', title: 'Paper', entries: papers },
      ]}
    />
  );
}

function Acts({ review, ...props }: Props & { readonly review: RunbookPage['review'] }) {
  const { runbook, today, readOnlyBecause, onEdit } = props;
  const isIncident = useIncidentMode((mode) => mode.on);
  const readOnly = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  const reviewedToday = review.lastOn !== null && review.lastOn >= today;
  if (isIncident)
    return (
      <Button icon={<X size={14} aria-hidden />} keys="Escape" onPress={() => setIncidentMode(false)}>
        Leave incident mode
      </Button>
    );
  return (
    <div className="runbook-acts">
      <Button
        icon={<Siren size={14} aria-hidden />}
        hint="One column and large type, nothing beside it"
        onPress={() => setIncidentMode(true)}
      >
        Incident mode
      </Button>
      <Button
        icon={<CircleCheck size={14} aria-hidden />}
        disabledReason={readOnly ?? (reviewedToday ? 'Reviewed today already' : undefined)}
        hint="I have read it and it is right"
        onPress={() => confirmReview(runbook, today)}
      >
        Reviewed, no change
      </Button>
      <Button icon={<Pencil size={14} aria-hidden />} disabledReason={readOnly} onPress={onEdit}>
        Edit
      </Button>
      <ExportMenu {...props} />
      <CopyButton what="link, such as for an alert" icon="link" text={() => runbookLink(runbook.id)} />
    </div>
  );
}

function Head({ page, ...props }: Props & { readonly page: RunbookPage }) {
  const { review } = page;
  return (
    <header className="runbook-head">
      <div className="runbook-head-words">
        <h2>{page.title}</h2>
        <p className="runbook-facts">
          {page.pipeline === null ? null : <span>{page.pipeline} pipeline</span>}
          <span className="runbook-badge" data-audience={page.audience}>
            {audienceText[page.audience]}
          </span>
          <span className={review.overdue ? 'runbook-overdue' : undefined}>
            {review.overdue ? <CircleAlert size={14} aria-hidden /> : null}
            {reviewText(review, dayWithYearText)}
          </span>
        </p>
      </div>
      <Acts {...props} review={review} />
    </header>
  );
}

/** One runbook, in the order somebody needs it at night: who to call, what to do first, then everything else. */
export function RunbookReader(props: Props) {
  const { runbook, today, readOnlyBecause } = props;
  const workspace = useWorkspace();
  const page = useMemo(() => runbookPage(workspace, runbook, today), [workspace, runbook, today]);
  const inner = useInnerContent();
  const body = useMemo(
    () => (page.body.trim() === '' ? null : markdownTree(page.body, page.id, 3, inner)),
    [page.body, page.id, inner],
  );
  const runs = useMemo(() => runsOf(workspace, runbook.id), [workspace, runbook.id]);
  return (
    <article className="runbook">
      <Head page={page} {...props} />
      <OnCallNow pipeline={runbook.pipeline} />
      {runbook.pipeline === null ? null : (
        <OpenIncidents pipeline={runbook.pipeline} readOnlyBecause={readOnlyBecause} />
      )}
      <div className="runbook-columns">
        <div className="runbook-main">
          {runs
            .filter((run) => run.finishedAt === null)
            .map((run) => (
              <RunView key={run.id} run={run} runbook={runbook} readOnlyBecause={readOnlyBecause} />
            ))}
          <FirstActions page={page} />
          <Section title="Common issues" when={page.issues.length > 0}>
            <Issues page={page} runbook={runbook} readOnlyBecause={readOnlyBecause} />
          </Section>
          <Section title="Notes" when={body !== null}>
            <WorkThrough runbook={runbook} title={runbook.title} readOnlyBecause={readOnlyBecause} />
            <div className="runbook-prose">{body === null ? null : <TreeView tree={body} />}</div>
          </Section>
          <PastRuns runs={runs.filter((run) => run.finishedAt !== null)} readOnlyBecause={readOnlyBecause} />
        </div>
        <aside className="runbook-side" aria-label="Facts">
          <Section title="Service levels" when={page.promises.length > 0}>
            <Promises
              rows={page.promises}
              runbook={runbook}
              today={today}
              readOnlyBecause={readOnlyBecause}
            />
          </Section>
          {runbook.pipeline === null ? null : <Watched pipeline={runbook.pipeline} />}
          <Owners runbook={runbook} page={page} readOnlyBecause={readOnlyBecause} />
          <Section title="Types of data" when={page.dataTypes.length > 0}>
            <ul className="runbook-list-plain">
              {page.dataTypes.map((it) => (
                <li key={it}>{it}</li>
              ))}
            </ul>
          </Section>
          <Section title="Links" when={page.links.length > 0}>
            <ul className="runbook-list-plain">
              {page.links.map((it) => (
                <li key={`${it.title} ${it.url}`}>
                  <ExternalLink url={it.url}>{it.title}</ExternalLink>
                </li>
              ))}
            </ul>
          </Section>
        </aside>
      </div>
    </article>
  );
}
