import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export interface TabEntry {
  readonly id: string;
  readonly title: string;
  readonly content: () => ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly TabEntry[];
}

/** Several views of one thing; arrows move between them. */
export function Tabs({ label, tabs }: Props) {
  return (
    <AriaTabs className="flex flex-col">
      <TabList aria-label={label} className="flex gap-5 border-b border-divider">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-8 cursor-default items-center border-b-2 border-transparent text-body text-muted data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
          >
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4 outline-offset-4">
          {tab.content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
