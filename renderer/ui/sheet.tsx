import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './icon-button.tsx';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, the cross and a click outside: the safe way out. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays in sight at the foot while the rest scrolls: verbs, the safe one first. */
  readonly actions: ReactNode;
}

/** A long form at the right edge, over the list it belongs to. */
export function Sheet({ title, isOpen, onClose, children, actions }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-40 flex justify-end bg-[rgb(10_12_15/0.42)]"
    >
      <Modal className="h-full w-full max-w-140">
        <AriaDialog className="flex h-full flex-col bg-raised text-ink shadow-float outline-none">
          <header className="flex items-center gap-3 border-b border-divider px-5 py-3">
            <Heading slot="title" className="min-w-0 flex-1 truncate text-title font-semibold">
              {title}
            </Heading>
            <IconButton label="Close" icon={<X size={16} aria-hidden />} onPress={onClose} />
          </header>
          <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-auto px-5 py-4">{children}</div>
          <footer className="flex items-center gap-2 border-t border-divider px-5 py-3">{actions}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
