import { CalendarPlus, FileInput } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ImportHolidays, useHolidayFile } from './import-holidays.tsx';
import { KeepersTab } from './keepers-tab.tsx';
import { NewSetDialog } from './new-set-dialog.tsx';
import { SetsTab } from './sets-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';

/** The holidays that plans count: suggested by a library, reviewed by the lead, locked year by year. */
export function HolidaysScreen() {
  const [adding, setAdding] = useState<{ readonly region: string; readonly year: number } | 'any' | null>(
    null,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const file = useHolidayFile();
  const tabs = [
    {
      id: 'sets',
      title: 'Sets',
      content: () => <SetsTab chosen={chosen} onChoose={setChosen} onSuggest={setAdding} />,
    },
    { id: 'people', title: 'Who keeps which', content: () => <KeepersTab /> },
    { id: 'sources', title: 'Sources', content: () => <SourcesTab /> },
  ];
  return (
    <ScrollPane label="Holidays">
      <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 py-6">
        <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="flex min-w-80 flex-1 flex-col gap-0.5">
            <h2 className="text-title font-semibold">Holidays</h2>
            <p className="text-muted">
              A library suggests, you decide. What stands here is what plans, fairness and time off count.
            </p>
          </div>
          <div className="flex gap-2">
            <Button icon={<FileInput size={14} aria-hidden />} onPress={file.choose}>
              Import…
            </Button>
            <Button icon={<CalendarPlus size={14} aria-hidden />} onPress={() => setAdding('any')}>
              Add a year…
            </Button>
          </div>
        </header>
        <Tabs label="Holidays by" tabs={tabs} />
      </div>
      {adding === null ? null : (
        <NewSetDialog
          wanted={adding === 'any' ? null : adding}
          onClose={() => setAdding(null)}
          onAdded={(id) => setChosen(id)}
        />
      )}
      <ImportHolidays file={file} />
    </ScrollPane>
  );
}
