import { useShiftDesk } from '../../state/shift-desk.ts';
import { GhostLayer } from './ghost-layer.tsx';
import { HoverCard } from './hover-card.tsx';
import { PickList } from './pick-list.tsx';
import { PlaceAnyway } from './place-anyway.tsx';
import { LazyShiftCard } from './lazy-shift-card.tsx';
import { ShiftMenu } from './shift-menu.tsx';
import { WeekMenu } from './week-menu.tsx';
import './shifts.css';

/** Everything about shifts that floats: mounted once in the frame, asked for by Board and Calendar through the stores. */
export function ShiftLayer() {
  const { open, shift, week, anchor } = useShiftDesk();
  const asked = open !== null && shift !== null && anchor !== null ? { open, shift, anchor } : null;
  return (
    <>
      {asked?.open === 'menu' ? <ShiftMenu shift={asked.shift} anchor={asked.anchor} /> : null}
      {asked?.open === 'give' || asked?.open === 'swap' || asked?.open === 'move' ? (
        <PickList
          key={`${asked.open}${asked.shift}`}
          kind={asked.open}
          shift={asked.shift}
          anchor={asked.anchor}
        />
      ) : null}
      {asked?.open === 'card' ? <LazyShiftCard key={asked.shift} shift={asked.shift} /> : null}
      {week !== null && anchor !== null ? <WeekMenu week={week} anchor={anchor} /> : null}
      <HoverCard />
      <PlaceAnyway />
      <GhostLayer />
    </>
  );
}
