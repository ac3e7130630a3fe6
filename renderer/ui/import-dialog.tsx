import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ImportProblems, type ProblemLine } from './import-problems.tsx';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the file is: "team.csv, UTF-8, 12 rows". */
  readonly facts: string;
  /** How the file is to be read: separator, columns, zone. */
  readonly reading?: ReactNode;
  readonly problems: readonly ProblemLine[];
  /** What a problem's column is, where it is none of a table: "File". */
  readonly problemsOf?: string;
  /** What taking it over would do, usually an `ImportPreview`. */
  readonly children: ReactNode;
  /** "Import 12 people", and why it cannot be done now. */
  readonly action: {
    readonly title: string;
    readonly disabledReason?: string | undefined;
    readonly run: () => void;
  };
}

/** A file before it is taken over: how it is read, what is wrong with it, what it would change. One step, all or nothing. */
export function ImportDialog(props: Props) {
  const { title, isOpen, onClose, facts, reading, problems, problemsOf, children, action } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="full"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={action.run} disabledReason={action.disabledReason}>
            {action.title}
          </Button>
        </>
      }
    >
      <p className="text-muted wrap-anywhere">{facts}</p>
      {reading}
      <ImportProblems problems={problems} {...(problemsOf === undefined ? {} : { of: problemsOf })} />
      {children}
    </Dialog>
  );
}
