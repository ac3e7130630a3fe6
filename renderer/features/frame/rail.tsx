import {
  ArrowLeftRight,
  BookOpenText,
  CalendarClock,
  CalendarDays,
  GitCompareArrows,
  History,
  Hourglass,
  LayoutGrid,
  ListChecks,
  Palmtree,
  PartyPopper,
  RefreshCw,
  Scale,
  Siren,
  SlidersHorizontal,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { actionOf } from '../../state/actions.ts';
import { showScreen, useView, type ScreenName } from '../../state/view-store.ts';
import { shownKeys } from '../../state/keys.ts';

const screens: readonly { readonly id: ScreenName; readonly title: string; readonly icon: LucideIcon }[] = [
  { id: 'board', title: 'Board', icon: LayoutGrid },
  { id: 'calendar', title: 'Calendar', icon: CalendarDays },
  { id: 'fairness', title: 'Fairness', icon: Scale },
  { id: 'tasks', title: 'Tasks', icon: ListChecks },
  { id: 'people', title: 'People', icon: Users },
  { id: 'leave', title: 'Leave', icon: Palmtree },
  { id: 'rotations', title: 'Rotations', icon: RefreshCw },
  { id: 'holidays', title: 'Holidays', icon: PartyPopper },
  { id: 'comp-time', title: 'Comp time', icon: Hourglass },
  { id: 'runbooks', title: 'Runbooks', icon: BookOpenText },
  { id: 'deadlines', title: 'Deadlines', icon: CalendarClock },
  { id: 'incidents', title: 'Incidents', icon: Siren },
  { id: 'exchange', title: 'Exchange', icon: ArrowLeftRight },
  { id: 'compare', title: 'Compare', icon: GitCompareArrows },
  { id: 'policy', title: 'Policy', icon: SlidersHorizontal },
  { id: 'history', title: 'History', icon: History },
];

/** The screens that there are. One that is not built has no place here. */
export function Rail() {
  const screen = useView((view) => view.screen);
  return (
    <nav
      aria-label="Screens"
      className="flex w-(--rail) shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-divider bg-panel px-1.5 py-1.5 [@media(max-height:720px)]:gap-0 [@media(max-height:720px)]:py-1"
    >
      {screens.map(({ id, title, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-current={id === screen || (id === 'history' && screen === 'recovery') ? 'page' : undefined}
          aria-keyshortcuts={actionOf(`show-${id}`).keys[0]?.replace('Mod', 'Control')}
          title={shownKeys(actionOf(`show-${id}`).keys)}
          onClick={() => showScreen(id)}
          className="flex max-h-13 min-h-8 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg [@media(max-height:720px)]:gap-0 [@media(max-height:720px)]:[&_svg]:size-4 text-label leading-3 text-muted transition-colors duration-(--motion) hover:bg-hover hover:text-ink aria-[current]:bg-selection aria-[current]:font-medium aria-[current]:text-ink"
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          {title}
        </button>
      ))}
    </nav>
  );
}
