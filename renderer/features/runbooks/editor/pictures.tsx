import { Trash2 } from 'lucide-react';
import type { Image } from '../../../../shared/model/image.ts';
import { imageAddress, imageBytes } from '../../../../shared/runbooks/images.ts';
import { bytesText } from '../../../../shared/words/picture-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';

interface Props {
  readonly pictures: readonly Image[];
  /** Ids that the text names. */
  readonly used: ReadonlySet<string>;
  readonly onRemove: (picture: Image) => void;
}

/** The pictures kept beside the text, with what each weighs and whether the text still shows it. */
export function Pictures({ pictures, used, onRemove }: Props) {
  if (pictures.length === 0) return null;
  return (
    <ul className="runbook-pictures" aria-label="Pictures">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <img src={imageAddress(picture)} alt="" />
          <span>
            {picture.name}
            <span className="runbook-fine">
              {' '}
              {bytesText(imageBytes(picture))}
              {used.has(picture.id) ? '' : ', not used in the text'}
            </span>
          </span>
          <IconButton
            label={`Remove ${picture.name}`}
            icon={<Trash2 size={14} aria-hidden />}
            disabledReason={used.has(picture.id) ? 'The text still shows it' : undefined}
            onPress={() => onRemove(picture)}
          />
        </li>
      ))}
    </ul>
  );
}
