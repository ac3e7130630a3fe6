import type { ComponentType } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { useShiftDesk, type Anchor, type ShiftDesk } from '../../state/shift-desk.ts';
import { GhostLayer } from './ghost-layer.tsx';
import { HoverCard } from './hover-card.tsx';
import { LazyCover, LazyGive, LazyMove, LazyRepeat, LazyShiftCard, LazySwap } from './lazy-part.tsx';
import { PlaceAnyway } from './place-anyway.tsx';
import { ShiftMenu } from './shift-menu.tsx';
import { WeekMenu } from './week-menu.tsx';
import './shifts.css';

type Opened = Exclude<ShiftDesk['open'], null | 'week'>;

const parts: Readonly<Record<Opened, ComponentType<{ readonly shift: ShiftId; readonly anchor: Anchor }>>> = {
  menu: ShiftMenu,
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
      {week !== null && anchor !== null ? <WeekMenu week={week} anchor={anchor} /> : null}
      <HoverCard />
      <PlaceAnyway />
      <GhostLayer />
    </>
  );
}
