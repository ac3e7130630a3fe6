import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Header } from 'react-aria-components/Header';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Text } from 'react-aria-components/Text';
import { Kbd } from './kbd.tsx';
import './scroll-hint.css';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly keys?: string | undefined;
  /** Why it cannot be chosen now; shown under its title. */
  readonly disabledReason?: string | undefined;
  readonly checked?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface Props {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'right top';
  /** It was asked for before it was there. */
  readonly startsOpen?: boolean;
}

/** A menu at its trigger: groups of entries, each with its keys, or with the reason why it cannot be chosen. */
export function Menu({ label, trigger, groups, placement = 'bottom start', startsOpen = false }: Props) {
  return (
    <MenuTrigger defaultOpen={startsOpen}>
      {trigger}
      <Popover
        placement={placement}
        offset={6}
        className="max-h-[80vh] min-w-60 scroll-hint overflow-auto rounded-lg shadow-float"
      >
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

interface ListProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Without a trigger nothing else closes the menu once an entry was chosen, and the page behind it stays inert. */
  readonly onClose?: () => void;
}

/** The groups of a menu alone, for whoever opens it somewhere else than at a trigger. */
export function MenuList({ label, groups, onClose }: ListProps) {
  return (
    <AriaMenu aria-label={label} {...(onClose ? { onClose } : {})} className="p-1 outline-none">
      {groups.map((group, index) => (
        <MenuSection key={group.id} aria-label={group.title ?? label}>
          {index > 0 ? <Separator className="my-1 h-px bg-divider" /> : null}
          {group.title ? (
            <Header className="px-2 pt-1.5 pb-0.5 text-label font-medium text-muted">{group.title}</Header>
          ) : null}
          {group.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactNode {
  return (
    <AriaMenuItem
      id={entry.id}
      textValue={entry.title}
      isDisabled={entry.disabledReason !== undefined}
      onAction={entry.run}
      className="flex cursor-default items-center gap-3 rounded-md px-2 py-1.5 text-body text-ink outline-none data-focused:bg-selection data-disabled:text-muted"
    >
      <span className="min-w-0 flex-1">
        <Text slot="label" className="block">
          {entry.checked === undefined ? '' : entry.checked ? '✓ ' : '\u2003'}
          {entry.title}
        </Text>
        {entry.disabledReason ? (
          <Text slot="description" className="block text-label text-muted">
            {entry.disabledReason}
          </Text>
        ) : null}
      </span>
      {entry.keys ? <Kbd keys={entry.keys} /> : null}
    </AriaMenuItem>
  );
}
