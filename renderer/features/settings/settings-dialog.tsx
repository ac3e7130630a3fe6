import type { ReactNode } from 'react';
import { numberMarks, type Preferences } from '../../../shared/contract/preferences.ts';
import { atTime } from '../../../shared/calendar/days.ts';
import type { LocalTime } from '../../../shared/model/dates.ts';
import { dayWithYearText, momentText } from '../../../shared/words/date-text.ts';
import {
  asSystem,
  clockTitles,
  logText,
  noRemindersText,
  orderTitles,
  reminderText,
  updatesText,
  weekStartTitles,
} from '../../../shared/words/settings-text.ts';
import { systemZone, today } from '../../state/clock.ts';
import {
  setLetterKeys,
  setReminders,
  setWriting,
  systemConventions,
  usePreferences,
} from '../../state/preferences.ts';
import {
  openDialog,
  setContrast,
  setTheme,
  showRecovery,
  useView,
  type Theme,
} from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';

const close = (): void => openDialog(null);

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-2 border-t border-divider py-3 first:border-0 first:pt-0"
    >
      <h3 className="text-section font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Looks() {
  const theme = useView((view) => view.theme);
  const contrast = useView((view) => view.contrast);
  return (
    <Part title="Appearance">
      <SegmentedControl<Theme>
        label="Theme"
        options={[
          { id: 'system', title: 'As the system' },
          { id: 'light', title: 'Light' },
          { id: 'dark', title: 'Dark' },
        ]}
        value={theme}
        onChange={setTheme}
      />
      <Checkbox checked={contrast === 'more'} onChange={(more) => setContrast(more ? 'more' : 'system')}>
        More contrast, whatever the system asks for
      </Checkbox>
    </Part>
  );
}

type Choice = 'system' | '1' | '6' | '7';
const weekStarts = { system: 'system', '1': 1, '6': 6, '7': 7 } as const;

function Dates() {
  const { order, clock, weekStart, numbers } = usePreferences();
  const system = systemConventions();
  const now = today(systemZone());
  return (
    <Part title="Dates, times and numbers">
      <div className="grid grid-cols-2 gap-3">
        <Select<'system' | 'day-first' | 'month-first'>
          label="Dates"
          options={[
            { id: 'system', title: asSystem(orderTitles[system.order]) },
            { id: 'day-first', title: orderTitles['day-first'] },
            { id: 'month-first', title: orderTitles['month-first'] },
          ]}
          value={order}
          onChange={(next) => void setWriting({ order: next })}
        />
        <Select<'system' | '24' | '12'>
          label="Clock"
          options={[
            { id: 'system', title: asSystem(clockTitles[system.clock]) },
            { id: '24', title: clockTitles['24'] },
            { id: '12', title: clockTitles['12'] },
          ]}
          value={clock}
          onChange={(next) => void setWriting({ clock: next })}
        />
        <Select<Choice>
          label="Week begins on"
          options={[
            { id: 'system', title: asSystem(weekStartTitles[system.weekStart]) },
            ...(['1', '6', '7'] as const).map((id) => ({ id, title: weekStartTitles[weekStarts[id]] ?? id })),
          ]}
          value={String(weekStart) as Choice}
          onChange={(next) => void setWriting({ weekStart: weekStarts[next] })}
        />
        <Select<Preferences['numbers']>
          label="Numbers"
          options={[
            { id: 'system', title: asSystem(system.numbers) },
            ...numberMarks.map((id) => ({ id, title: id })),
          ]}
          value={numbers}
          onChange={(next) => void setWriting({ numbers: next })}
        />
      </div>
      <p className="text-label text-muted" aria-live="polite">
        Today is {dayWithYearText(now)}; a hand-off reads {momentText(atTime(now, '17:00' as LocalTime))}.
        Months and weeks of the Calendar begin on the day chosen; weeks of a plan are numbered by ISO 8601.
      </p>
    </Part>
  );
}

function Reminders() {
  const remind = usePreferences((kept) => kept.remind);
  const isDesktop = useWorkspaceStore(({ host }) => host?.host === 'desktop');
  if (!isDesktop)
    return (
      <Part title="Notifications">
        <p className="text-muted">{noRemindersText}</p>
      </Part>
    );
  return (
    <Part title="Notifications">
      <Checkbox checked={remind.reviews} onChange={(reviews) => void setReminders({ ...remind, reviews })}>
        Tell me when runbook reviews are due
      </Checkbox>
      <Checkbox checked={remind.compTime} onChange={(compTime) => void setReminders({ ...remind, compTime })}>
        Tell me when comp time is about to expire
      </Checkbox>
      <p className="text-label text-muted">{reminderText}</p>
    </Part>
  );
}

function Data() {
  const dataFolder = useWorkspaceStore(({ host }) => host?.dataFolder ?? '');
  const isOpen = useWorkspaceStore(({ phase }) => phase === 'open');
  const showBackups = (): void => {
    close();
    showRecovery('backups');
  };
  return (
    <Part title="Data, log and new versions">
      <p>
        Plans, copies and these settings are kept in{' '}
        <span className="break-all select-text">{dataFolder}</span>
      </p>
      <div>
        <Button size="small" onPress={showBackups} disabledReason={isOpen ? undefined : 'Open a plan first'}>
          Where copies go
        </Button>
      </div>
      <p className="text-muted">{logText}</p>
      <p className="text-muted">{updatesText}</p>
    </Part>
  );
}

/** What belongs to this computer and not to a plan. Everything counts at once. */
export function SettingsDialog() {
  const letterKeys = usePreferences((kept) => kept.letterKeys);
  return (
    <Dialog
      title="Settings"
      isOpen
      onClose={close}
      size="full"
      actions={<Button onPress={close}>Close</Button>}
    >
      <ScrollPane label="Settings">
        <div className="flex flex-col pr-2">
          <Looks />
          <Dates />
          <Part title="Keys">
            <Checkbox checked={letterKeys} onChange={(on) => void setLetterKeys(on)}>
              Single letters act in grids: M picks up, G gives
            </Checkbox>
          </Part>
          <Reminders />
          <Data />
        </div>
      </ScrollPane>
    </Dialog>
  );
}
