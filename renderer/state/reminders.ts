import type { Notice } from '../../shared/contract/window-face.ts';
import { balanceOfLines } from '../../shared/comp-time/balance.ts';
import { linesOf } from '../../shared/comp-time/ledger.ts';
import { termsOn } from '../../shared/comp-time/terms.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { overdueCount } from '../../shared/runbooks/due-reviews.ts';
import { expiringSoon } from '../../shared/words/comp-time-text.ts';
import { compTimeNotice, reviewNotice } from '../../shared/words/reminder-text.ts';
import { today } from './clock.ts';
import { keeper } from './keeper.ts';
import { usePreferences } from './preferences.ts';
import { useWorkspaceStore } from './workspace-store.ts';

const SEEN = 'evenwatch-reminded';

/** A day may begin while the app is open. */
const EVERY = 30 * 60_000;

function peopleWhoLose(workspace: Workspace, day: LocalDate): number {
  const ahead = termsOn(workspace, day)?.compTime.warnDaysBefore ?? 0;
  return Object.values(workspace.people).filter(
    ({ id, archivedOn }) =>
      archivedOn === null &&
      expiringSoon(balanceOfLines(workspace, linesOf(workspace, id)), day, ahead).length > 0,
  ).length;
}

/** What there is to tell of a plan, as far as somebody asked to be told. */
export function noticesOf(workspace: Workspace, day: LocalDate): readonly Notice[] {
  const { reviews, compTime } = usePreferences.getState().remind;
  const all = [
    reviews ? reviewNotice(overdueCount(Object.values(workspace.runbooks), day)) : null,
    compTime ? compTimeNotice(peopleWhoLose(workspace, day)) : null,
  ];
  return all.filter((notice) => notice !== null);
}

/** Tells once a day and plan, however often it is opened; again on that day only what has changed. */
function remind(page: Pick<Window, 'localStorage'>): void {
  const { workspace } = useWorkspaceStore.getState();
  if (workspace === null) return;
  const day = today(workspace.about.zone);
  for (const notice of noticesOf(workspace, day)) {
    const key = `${SEEN}-${workspace.about.id}-${notice.action}`;
    const told = `${day} ${notice.title} ${notice.body}`;
    if (page.localStorage.getItem(key) === told) continue;
    page.localStorage.setItem(key, told);
    void keeper().call('notice.show', notice);
  }
}

/** Tells of reviews and of time that expires through the system's notifications. Called once, where the host has some. */
export function followReminders(page: Window): void {
  const soon = (): void => remind(page);
  useWorkspaceStore.subscribe((now, before) => {
    if (now.phase === 'open' && (before.phase !== 'open' || now.file !== before.file)) soon();
  });
  usePreferences.subscribe((now, before) => {
    if (now.remind !== before.remind) soon();
  });
  page.setInterval(soon, EVERY);
  soon();
}
