import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes.ts';

/** `full` is for tables that are looked through before they are taken over. */
const sizes = { small: 'w-full max-w-110', wide: 'w-full max-w-160', full: 'w-full max-w-240' } as const;

interface Props {
  /** Act and object: "Apply 12 changes to PagerDuty?" */
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape and a click outside: always the safe way out. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Verbs, the safe one first; null where a form inside has its own. */
  readonly actions: ReactNode;
  readonly size?: 'small' | 'wide' | 'full';
  /** Only for outside effects, overwriting, restoring: then a click outside does not close it. */
  readonly isAlert?: boolean;
}

/** A question or a form that holds everything else back until it is answered. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'small',
  isAlert = false,
}: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isAlert}
      className={classes(
        'fixed inset-0 z-40 flex items-start justify-center overflow-auto bg-[rgb(10_12_15/0.42)] p-6',
        size !== 'full' && 'pt-[12vh]',
      )}
    >
      <Modal className={sizes[size]}>
        <AriaDialog
          role={isAlert ? 'alertdialog' : 'dialog'}
          className={classes(
            'flex flex-col gap-4 rounded-xl bg-raised p-5 [--table-ground:var(--raised)] text-ink shadow-float outline-none',
            size === 'full' && 'max-h-[calc(100vh-3rem)]',
          )}
        >
          <Heading slot="title" className="text-title font-semibold">
            {title}
          </Heading>
          {/* In a large one the content scrolls and the verbs stay in sight. */}
          <div
            className={classes('flex flex-col gap-3', size === 'full' && '-mx-1 min-h-0 overflow-auto px-1')}
          >
            {children}
          </div>
          {actions ? <div className="flex justify-end gap-2">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
