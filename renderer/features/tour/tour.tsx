import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { endTour, goToStop, useTour } from '../../state/tour-store.ts';
import { Button } from '../../ui/button.tsx';
import { placeCard, type Box } from './place.ts';
import { stops } from './stops.ts';

const CARD = { width: 320, height: 190 };
/** Around what is pointed to. */
const MARGIN = 3;

const boxOf = (element: Element | null): Box | null => {
  if (element === null) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
};

const same = (one: Box | null, other: Box | null): boolean =>
  one?.left === other?.left &&
  one?.top === other?.top &&
  one?.width === other?.width &&
  one?.height === other?.height;

/** Where a stop's target is, looked for again with each frame: what it points to may scroll, come late or go away. */
function useTarget(find: () => Element | null): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    let frame = 0;
    const look = (): void => {
      const next = boxOf(find());
      setBox((last) => (same(last, next) ? last : next));
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [find]);
  return box;
}

function Ring({ left, top, width, height }: Box) {
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-50 rounded-md border-2 border-accent"
      style={{
        left: left - MARGIN,
        top: top - MARGIN,
        width: width + 2 * MARGIN,
        height: height + 2 * MARGIN,
      }}
    />
  );
}

/** One stop at a time, beside what it is about. It holds nothing back: the window can be used meanwhile. */
function Card({ at }: { readonly at: number }) {
  const stop = stops[at] as (typeof stops)[number];
  const target = useTarget(stop.target);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    card.current?.focus();
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  // The button that was pressed may be gone at the next stop: then its keys would be heard by nobody.
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.focus();
  }, [at]);
  const isLast = at === stops.length - 1;
  const go = (step: number): void => {
    const next = at + step;
    if (next >= stops.length) endTour();
    else if (next >= 0) goToStop(next);
  };
  const place = placeCard(target, CARD, { width: window.innerWidth, height: window.innerHeight });
  return (
    <>
      {target === null ? null : <Ring {...target} />}
      {/* The arrows go from stop to stop; whoever has no arrows has the buttons. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={card}
        role="dialog"
        aria-label="Tour"
        aria-describedby="tour-text"
        tabIndex={-1}
        onKeyDown={({ key }) => {
          if (key === 'Escape') endTour();
          if (key === 'ArrowRight') go(1);
          if (key === 'ArrowLeft') go(-1);
        }}
        className="fixed z-50 flex flex-col gap-2 rounded-xl bg-raised p-4 text-ink shadow-float outline-none"
        style={{ ...place, width: CARD.width, minHeight: CARD.height }}
      >
        <p className="text-label text-muted">
          Tour, {at + 1} of {stops.length}
        </p>
        <div id="tour-text" aria-live="polite" className="flex flex-1 flex-col gap-1">
          <h2 className="text-section font-semibold">{stop.title}</h2>
          <p>{stop.text}</p>
        </div>
        <div className="flex items-center gap-2">
          {isLast ? null : (
            <Button size="small" kind="quiet" className="-ml-2" keys="Esc" onPress={endTour}>
              Skip the tour
            </Button>
          )}
          <span className="flex-1" />
          {at === 0 ? null : (
            <Button size="small" onPress={() => go(-1)}>
              Back
            </Button>
          )}
          <Button size="small" kind="primary" onPress={() => go(1)}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The tour, while somebody takes it. */
export function Tour() {
  const at = useTour((tour) => tour.stop);
  return at === null ? null : <Card at={Math.min(at, stops.length - 1)} />;
}
