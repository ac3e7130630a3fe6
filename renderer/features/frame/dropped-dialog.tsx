import { askedPlaceText, placeText, whatIsInText } from '../../../shared/words/drop-text.ts';
import { askPlace, useHanded } from '../../state/handed-files.ts';
import { importHere } from '../../state/take-dropped.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Asks what a dropped file holds that several screens could read. */
export function DroppedDialog() {
  const asked = useHanded((state) => state.asked);
  if (asked === null) return null;
  const close = (): void => askPlace([], []);
  return (
    <Dialog
      title={whatIsInText(asked.files[0]?.name ?? '')}
      isOpen
      onClose={close}
      actions={<Button onPress={close}>Cancel</Button>}
    >
      <p className="text-muted">{askedPlaceText}</p>
      <div className="flex flex-col gap-2">
        {asked.places.map((place) => (
          <Button
            key={place}
            onPress={() => {
              close();
              importHere(place, asked.files);
            }}
          >
            {placeText[place]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
