import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes.ts';

export interface TabEntry {
  readonly id: string;
  readonly title: string;
  readonly content: () => ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  /** The id of the tab that is shown, where it is chosen from outside too. */
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
  /** Fills its container, whose tab then scrolls by itself below the list. */
  readonly fills?: boolean;
}

/** Several views of one thing; arrows move between them. */
export function Tabs({ label, tabs, selected, onSelect, fills = false }: Props) {
  return (
    <AriaTabs
      className={classes('flex flex-col', fills && 'min-h-0 flex-1')}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <TabList aria-label={label} className={classes('flex gap-5 border-b border-divider', fills && 'px-4')}>
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
        <TabPanel
          key={tab.id}
          id={tab.id}
          className={fills ? 'min-h-0 flex-1 overflow-auto p-4 -outline-offset-2' : 'pt-4 outline-offset-4'}
        >
          {tab.content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
