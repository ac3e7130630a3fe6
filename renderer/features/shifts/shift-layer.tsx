import type { ComponentType } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { useDrag } from '../../state/drag-store.ts';
import { useShiftDesk, type Anchor, type ShiftDesk } from '../../state/shift-desk.ts';
import { atRest, useAtRest } from '../../ui/at-rest.ts';
import { GhostLayer } from './ghost-layer.tsx';
import { HoverCard } from './hover-card.tsx';
import {
  LazyCover,
  LazyGive,
  LazyMove,
  LazyRepeat,
  LazyShiftCard,
  LazyShiftMenu,
  LazySwap,
  LazyWeekMenu,
} from './lazy-part.tsx';
import './shifts.css';

const question = atRest(() => import('./place-anyway.tsx').then(({ PlaceAnyway }) => PlaceAnyway));

function LazyPlaceAnyway() {
  const isAsking = useDrag((drag) => drag.asking !== null);
  const PlaceAnyway = useAtRest(question, isAsking);
  return PlaceAnyway === null ? null : <PlaceAnyway />;
}

type Opened = Exclude<ShiftDesk['open'], null | 'week'>;

const parts: Readonly<Record<Opened, ComponentType<{ readonly shift: ShiftId; readonly anchor: Anchor }>>> = {
  menu: LazyShiftMenu,
  card: LazyShiftCard,
  give: LazyGive,
  swap: LazySwap,
  move: LazyMove,
  repeat: LazyRepeat,
  cover: LazyCover,
};

/** Everything about shifts that floats: mounted once in the frame, asked for by Board and Calendar through the stores. */
export function ShiftLayer() {
  const { open, shift, week, anchor } = useShiftDesk();
  const Part = open === null || open === 'week' ? null : parts[open];
  return (
    <>
      {Part !== null && shift !== null && anchor !== null ? (
        <Part key={`${open}${shift}`} shift={shift} anchor={anchor} />
      ) : null}
      {week !== null && anchor !== null ? <LazyWeekMenu week={week} anchor={anchor} /> : null}
      <HoverCard />
      <LazyPlaceAnyway />
      <GhostLayer />
    </>
  );
}
