import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onPasted: (text: string) => void;
}

/** Takes names, one a line, or cells copied from a spreadsheet. */
export function PastePeople({ onClose, onPasted }: Props) {
  const [text, setText] = useState('');
  return (
    <Dialog
      title="Paste people"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabledReason={text.trim() === '' ? 'Paste names first' : undefined}
            onPress={() => onPasted(text)}
          >
            Preview
          </Button>
        </>
      }
    >
      <Field
        label="Names, or cells from a spreadsheet"
        rows={10}
        value={text}
        onChange={setText}
        hint="One person a line. Cells may have a first row that names the columns, such as Name, E-mail, Share, First day."
        autoFocus
      />
    </Dialog>
  );
}
