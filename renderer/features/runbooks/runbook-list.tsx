import { CircleAlert, Plus, Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { PipelineId, RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Coverage, RunbookState } from '../../../shared/runbooks/coverage.ts';
import { createFinder, type Excerpt, type Finder, type Found } from '../../../shared/runbooks/find.ts';
import { audienceText } from '../../../shared/runbooks/page.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ExportRunbooks } from './export-runbooks.tsx';
import { ImportRunbooks } from './import-runbooks.tsx';
import { OwnerNames } from './owner-names.tsx';
import { UnsavedNew } from './unsaved-note.tsx';
import type { Unsaved } from './unsaved.ts';
import type { Exporting } from './use-export.ts';

/** A list of two thousand rows would be drawn long after the key: the rest is a press or a word away. */
const MOST_ROWS = 100;

type Filter = 'all' | 'investor' | 'attention';

const filters = [
  { id: 'investor', title: 'Investor-facing' },
  { id: 'all', title: 'All' },
  { id: 'attention', title: 'To do' },
] as const satisfies readonly { id: Filter; title: string }[];

/** What the lead has to look at in a runbook, as short words; none is fine. */
function attentionOf(state: RunbookState | undefined): readonly string[] {
  if (state === undefined) return [];
  const { review, differences, ownerMissing, slaMissing } = state;
  return [
    review.lastOn === null ? 'not reviewed yet' : review.overdue ? 'review overdue' : null,
    differences.length > 0 ? 'owner differs from task' : null,
    ownerMissing ? 'owner missing' : null,
    slaMissing ? 'no service level' : null,
  ].filter((it) => it !== null);
}

interface Props {
  readonly runbooks: readonly Runbook[];
  readonly coverage: Coverage;
  readonly shown: RunbookId | null;
  readonly onChoose: (id: RunbookId) => void;
  readonly onReview: () => void;
  readonly onWrite: (pipeline: PipelineId | null) => void;
  readonly onGoOn: (unsaved: Unsaved) => void;
  readonly exporting: Exporting;
  readonly readOnlyBecause: string | null;
}

interface Row {
  readonly runbook: Runbook;
  readonly attention: readonly string[];
  readonly lastOn: string;
  readonly excerpt: Excerpt | null;
}

/** So many runbooks are read at a time for the index, about a frame's work. */
const AT_A_TIME = 8;

/** Reads the runbooks for the search while nobody is waiting, a few at a time, so that the first key finds the index ready. */
function usePreparation(find: Finder): void {
  const workspace = useWorkspace();
  useEffect(() => {
    let timer = setTimeout(function go() {
      if (!find.prepare(workspace, AT_A_TIME)) timer = setTimeout(go, 16);
    }, 200);
    return () => clearTimeout(timer);
  }, [find, workspace]);
}

function useRows(
  runbooks: readonly Runbook[],
  coverage: Coverage,
  query: string,
  filter: Filter,
  shown: RunbookId | null,
): readonly Row[] {
  const workspace = useWorkspace();
  const [find] = useState(createFinder);
  usePreparation(find);
  return useMemo(() => {
    const states = new Map(coverage.runbooks.map((it) => [it.runbook, it]));
    const all: readonly Found[] =
      query.trim() === ''
        ? runbooks.map((it) => ({ runbook: it.id, excerpt: null }))
        : find(workspace, query);
    return all.flatMap((found) => {
      const id = found.runbook;
      const runbook = workspace.runbooks[id];
      if (runbook === undefined) return [];
      const attention = attentionOf(states.get(id));
      // The one that is open stands in its list, whoever it is for.
      if (filter === 'investor' && runbook.audience !== 'investor' && id !== shown) return [];
      if (filter === 'attention' && attention.length === 0) return [];
      const lastOn =
        runbook.lastReviewedOn === null ? '' : `Reviewed ${dayWithYearText(runbook.lastReviewedOn)}`;
      return [
        {
          runbook,
          attention,
          lastOn,
          get excerpt() {
            return found.excerpt;
          },
        },
      ];
    });
  }, [workspace, runbooks, coverage, query, filter, shown, find]);
}

function ListRow({ row: { runbook, attention, lastOn, excerpt } }: { readonly row: Row }) {
  return (
    <>
      <span className="runbook-row-head">
        <span className="runbook-row-title">{runbook.title}</span>
        <span className="runbook-badge" data-audience={runbook.audience}>
          {audienceText[runbook.audience]}
        </span>
      </span>
      <OwnerNames primary={runbook.ownerPrimary} secondary={runbook.ownerSecondary} />
      {excerpt ? (
        <span className="runbook-excerpt">
          {excerpt.before}
          <mark>{excerpt.match}</mark>
          {excerpt.after}
        </span>
      ) : null}
      {attention.length > 0 ? (
        <span className="runbook-attention">
          <CircleAlert size={13} aria-hidden="true" />
          <span className="runbook-words">{attention.join(', ')}</span>
        </span>
      ) : (
        <span className="runbook-fine">{lastOn}</span>
      )}
    </>
  );
}

/** Why the list is empty; the default leaves out what is not for investors, and says so. */
function nothingText(query: string, filter: Filter): string {
  if (query === '')
    return filter === 'investor' ? 'No runbook is investor-facing.' : 'No runbook needs anything here.';
  return filter === 'investor'
    ? `No investor-facing runbook says “${query}”. All searches the others too.`
    : `No runbook says “${query}”.`;
}

/** Where `/` is no letter somebody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` anywhere on this screen goes to the search field. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isTyping(event.composedPath()[0] ?? event.target)
      )
        return;
      event.preventDefault();
      focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focus]);
}

/** All runbooks, or those that match; arrows walk through them, from the search field too. */
export function RunbookList(props: Props) {
  const { runbooks, coverage, shown, onChoose, onReview, onWrite, onGoOn, exporting, readOnlyBecause } =
    props;
  const disabledReason = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  const workspace = useWorkspace();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('investor');
  const [most, setMost] = useState(MOST_ROWS);
  const all = useRows(runbooks, coverage, useDeferredValue(query), filter, shown);
  const rows = useMemo(() => all.slice(0, most), [all, most]);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [focusSearch] = useState(() => () => {
    search.current?.focus();
    search.current?.select();
  });
  useSlash(focusSearch);

  const onSearchKey = (event: KeyboardEvent) => {
    const [first] = rows;
    if (event.key === 'Enter' && first) onChoose(first.runbook.id);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    const options = list.current?.querySelectorAll<HTMLElement>('[role=option]');
    [...(options ?? [])].find((it) => it.ariaSelected === 'true')?.focus();
    if (!list.current?.contains(document.activeElement)) options?.[0]?.focus();
  };

  return (
    <div className="runbook-list">
      <div className="runbook-list-head">
        <div className="flex items-center justify-between">
          <h1>Runbooks</h1>
          <Button
            size="small"
            kind="quiet"
            icon={<Plus size={13} aria-hidden />}
            disabledReason={disabledReason}
            onPress={() => onWrite(null)}
          >
            New runbook
          </Button>
        </div>
        <SearchField
          aria-label="Search runbooks"
          value={query}
          onChange={setQuery}
          onKeyDown={onSearchKey}
          className="runbook-search"
        >
          <Search size={14} aria-hidden="true" />
          <Input ref={search} placeholder="Search words, symptoms, steps" />
          {query === '' ? <kbd aria-hidden="true">/</kbd> : null}
          <AriaButton aria-label="Clear search">
            <X size={14} aria-hidden="true" />
          </AriaButton>
        </SearchField>
        <SegmentedControl<Filter>
          label="Which runbooks"
          options={filters}
          value={filter}
          onChange={setFilter}
        />
        <div className="flex flex-wrap items-center gap-1">
          <Button size="small" kind="quiet" className="runbook-list-review" onPress={onReview}>
            Reviews and gaps
          </Button>
          <ImportRunbooks readOnlyBecause={readOnlyBecause} />
          <ExportRunbooks shown={shown} exporting={exporting} />
        </div>
      </div>
      <UnsavedNew onGoOn={onGoOn} />
      <ListBox
        ref={list}
        aria-label="Runbooks"
        className="runbook-rows"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={shown === null ? [] : [shown]}
        onSelectionChange={(keys) => {
          const row = keys === 'all' ? undefined : rows.find((it) => keys.has(it.runbook.id));
          if (row) onChoose(row.runbook.id);
        }}
        items={rows}
        dependencies={[rows]}
        renderEmptyState={() => <p className="runbook-nothing">{nothingText(query.trim(), filter)}</p>}
      >
        {(row) => (
          <ListBoxItem id={row.runbook.id} textValue={row.runbook.title} className="runbook-row">
            <ListRow row={row} />
          </ListBoxItem>
        )}
      </ListBox>
      {all.length > rows.length ? (
        <p className="runbook-more">
          {all.length - rows.length} more.{' '}
          <Button size="small" kind="quiet" onPress={() => setMost(most + MOST_ROWS)}>
            Show {Math.min(MOST_ROWS, all.length - rows.length)} of them
          </Button>
        </p>
      ) : null}
      {coverage.pipelinesWithout.length > 0 ? (
        <div className="runbook-without">
          {coverage.pipelinesWithout.map((id) => (
            <p key={id}>
              <span>{workspace.pipelines[id]?.name} has no runbook.</span>
              <Button size="small" kind="quiet" disabledReason={disabledReason} onPress={() => onWrite(id)}>
                Write one
              </Button>
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
}
