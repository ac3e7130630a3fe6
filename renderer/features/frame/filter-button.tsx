import { ListFilter } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { loadFilterPanel } from './load-filter-panel.ts';
import { LazyScreen } from '../../ui/lazy-screen.tsx';
import { useView } from '../../state/view-store.ts';
import { buttonLook } from '../../ui/button.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';

/** Who and what is shown of the plan, and the views that were given a name. Says so while something is left out. */
export function FilterButton() {
  const { people, rotations } = useView((view) => view.filter);
  const count = people.length + rotations.length;
  const trigger = (
    <Button
      className={buttonLook('quiet')}
      aria-label={count === 0 ? 'Filter and views' : `Filter and views, ${count} chosen`}
    >
      <ListFilter size={14} aria-hidden />
      <span className="max-[720px]:sr-only">Filter</span>
      {count === 0 ? null : (
        <span className="rounded-full bg-accent px-1.5 text-label text-on-accent" aria-hidden>
          {count}
        </span>
      )}
    </Button>
  );
  return (
    <LazyPopover label="Filter and views" trigger={trigger} placement="bottom end">
      <LazyScreen title="Filter and views" load={loadFilterPanel} />
    </LazyPopover>
  );
}
