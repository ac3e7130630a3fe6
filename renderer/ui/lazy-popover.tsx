import { cloneElement, useState, type ReactElement, type ReactNode } from 'react';
import { atRest, useAtRest } from './at-rest.ts';

interface Props {
  readonly label: string;
  /** A button of react-aria-components. */
  readonly trigger: ReactElement<{ onPress?: () => void; 'aria-haspopup'?: 'dialog' }>;
  readonly placement?: 'top' | 'bottom' | 'bottom start' | 'bottom end' | 'left' | 'right';
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

const popover = atRest(() => import('./popover.tsx').then(({ Popover }) => Popover));

/** A popover that is fetched once the window rests; until then its button stands alone, and a press fetches it at once. */
export function LazyPopover(props: Props) {
  const [asked, setAsked] = useState(false);
  const Popover = useAtRest(popover, asked);
  if (Popover !== null) return <Popover {...props} startsOpen={asked} />;
  return cloneElement(props.trigger, { 'aria-haspopup': 'dialog', onPress: () => setAsked(true) });
}
