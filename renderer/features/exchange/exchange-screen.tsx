import { useState, type ComponentType } from 'react';
import { useHanded } from '../../state/handed-files.ts';
import { LazyScreen } from '../../ui/lazy-screen.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';

interface ExchangeTab {
  readonly id: string;
  readonly title: string;
  /** Each tab brings its own part of the program when it is first opened. */
  readonly load: () => Promise<ComponentType>;
}

const exchangeTabs: readonly ExchangeTab[] = [
  {
    id: 'calendars',
    title: 'Calendars',
    load: () => import('./calendars-tab.tsx').then(({ CalendarsTab }) => CalendarsTab),
  },
  {
    id: 'import',
    title: 'Import a schedule',
    load: () => import('./import-tab.tsx').then(({ ImportTab }) => ImportTab),
  },
  {
    id: 'pagerduty',
    title: 'PagerDuty',
    load: () => import('./pagerduty-tab.tsx').then(({ PagerDutyTab }) => PagerDutyTab),
  },
  {
    id: 'datadog',
    title: 'Datadog',
    load: () => import('./datadog-tab.tsx').then(({ DatadogTab }) => DatadogTab),
  },
  {
    id: 'tables',
    title: 'Tables',
    load: () => import('./tables-tab.tsx').then(({ TablesTab }) => TablesTab),
  },
  {
    id: 'site',
    title: 'Site',
    load: () => import('./site-tab.tsx').then(({ SiteTab }) => SiteTab),
  },
];

/** The tab that reads what was dropped on the window; null for none. */
const tabOfHanded = ({ handed }: ReturnType<typeof useHanded.getState>): string | null =>
  handed?.place === 'schedule' ? 'import' : handed?.place === 'health' ? 'datadog' : null;

/** What comes from other tools and what goes to them. */
export function ExchangeScreen() {
  const handed = useHanded(tabOfHanded);
  const [tab, setTab] = useState(handed ?? 'calendars');
  // Stays there when the tab has taken the file.
  if (handed !== null && handed !== tab) setTab(handed);
  return (
    <ScrollPane label="Exchange">
      <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 py-6">
        <header className="flex flex-col gap-0.5">
          <h2 className="text-title font-semibold">Exchange</h2>
          <p className="text-muted">
            What comes from the tools that the team already has, and what goes to them. Nothing is sent by
            itself.
          </p>
        </header>
        <Tabs
          label="Exchange by"
          selected={tab}
          onSelect={setTab}
          tabs={exchangeTabs.map(({ id, title, load }) => ({
            id,
            title,
            content: () => <LazyScreen key={id} title={title} load={load} />,
          }))}
        />
      </div>
    </ScrollPane>
  );
}
