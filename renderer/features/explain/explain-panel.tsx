import { X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { closeExplain, turnTo, useExplain, type Question } from '../../state/explain-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Clash } from './clash.tsx';
import { Replan } from './replan.tsx';
import { Swaps } from './swaps.tsx';
import { Why } from './why.tsx';
import { WhyNot } from './why-not.tsx';

const tabs = [
  { id: 'why', title: 'Why', content: () => <Why /> },
  { id: 'why-not', title: 'Why not', content: () => <WhyNot /> },
  { id: 'swaps', title: 'Swaps', content: () => <Swaps /> },
  { id: 'replan', title: 'Re-plan', content: () => <Replan /> },
  { id: 'clash', title: 'Clashes', content: () => <Clash /> },
] as const satisfies readonly { readonly id: Question; readonly title: string; readonly content: unknown }[];

/** Sends the focus to the panel when it is asked from outside, and back to where it came from on closing. */
function useFocusOnAsking() {
  const asked = useExplain((state) => state.asked);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement !== document.body && panel.current?.contains(activeElement) === false)
      cameFrom.current = activeElement;
    heading.current?.focus();
  }, [asked]);
  const close = (): void => {
    closeExplain();
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
  };
  return { panel, heading, close };
}

/** The panel that is asked about the plan on view: why, why not, what swaps help, what few changes mend, what clashes. */
export function ExplainPanel() {
  const question = useExplain((state) => state.question);
  const { panel, heading, close } = useFocusOnAsking();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    // Escape closes it from anywhere inside; it is no control itself.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      aria-label="Ask the plan"
      onKeyDown={onKeyDown}
      className="flex w-90 shrink-0 flex-col border-l border-divider bg-panel"
    >
      <div className="flex items-center justify-between pt-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="text-section font-semibold outline-none">
          Ask the plan
        </h2>
        <IconButton
          label="Close the panel"
          icon={<X size={15} aria-hidden />}
          keys="Esc"
          onPress={close}
          placement="left"
        />
      </div>
      <Tabs
        label="What to ask"
        tabs={tabs}
        selected={question}
        onSelect={(id) => turnTo({ question: id as Question })}
        fills
      />
    </aside>
  );
}
