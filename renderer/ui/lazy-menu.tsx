import { cloneElement, useState, type ReactElement } from 'react';
import { atRest, useAtRest } from './at-rest.ts';
import type { MenuGroup } from './menu.tsx';

interface Props {
  readonly label: string;
  /** A button of react-aria-components. */
  readonly trigger: ReactElement<{ onPress?: () => void; 'aria-haspopup'?: 'menu' }>;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
}

const menu = atRest(() => import('./menu.tsx').then(({ Menu }) => Menu));

/** A menu whose list is fetched once the window rests; until then its button stands alone, and a press fetches it at once. */
export function LazyMenu(props: Props) {
  const [asked, setAsked] = useState(false);
  const Menu = useAtRest(menu, asked);
  if (Menu !== null) return <Menu {...props} startsOpen={asked} />;
  return cloneElement(props.trigger, { 'aria-haspopup': 'menu', onPress: () => setAsked(true) });
}
