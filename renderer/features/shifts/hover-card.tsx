import { TriangleAlert, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useShiftDesk } from '../../state/shift-desk.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { FactList } from './fact-list.tsx';
import { factsOf } from './shift-facts.ts';

/** What a shift is, beside the pointer that rests on it: nothing in it stands only here. */
export function HoverCard() {
  const workspace = useShownWorkspace();
  const hover = useShiftDesk((desk) => desk.hover);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null || hover === null) return;
    const { anchor } = hover;
    const { offsetWidth: width, offsetHeight: height } = element;
    // Beside the chip, so that its week stays in sight above and beneath it.
    const right = anchor.x + anchor.width + 8;
    const left = right + width > window.innerWidth - 8 ? Math.max(8, anchor.x - width - 8) : right;
    const top = Math.max(8, Math.min(anchor.y, window.innerHeight - height - 8));
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [hover]);
  const facts = hover === null ? null : factsOf(workspace, hover.shift);
  if (facts === null) return null;
  return (
    <div ref={card} className="hover-card" role="tooltip">
      <p className="hover-title">{facts.title}</p>
      <p>
        <bdi>{facts.person}</bdi>
      </p>
      <FactList lines={facts.lines} />
      {facts.findings.map(({ text, hard }) => (
        <p key={text} className="hover-finding" data-hard={hard || undefined}>
          {hard ? <X size={13} aria-hidden="true" /> : <TriangleAlert size={13} aria-hidden="true" />}
          {text}
        </p>
      ))}
    </div>
  );
}
