import { Button } from '../../ui/button.tsx';
import { discardUnsaved, titleOf, useUnsaved, type Unsaved } from './unsaved.ts';

interface Props {
  readonly unsaved: Unsaved;
  readonly onGoOn: (unsaved: Unsaved) => void;
}

/** Says that something was written and not saved, and lets somebody go on with it or throw it away. */
export function UnsavedNote({ unsaved, onGoOn }: Props) {
  const { base, isNew } = unsaved;
  return (
    <div className="runbook-unsaved" role="status">
      <p>{isNew ? `“${titleOf(unsaved)}” is not saved.` : 'Your changes to this runbook are not saved.'}</p>
      <Button size="small" onPress={() => onGoOn(unsaved)}>
        Go on writing
      </Button>
      <Button size="small" kind="quiet" onPress={() => discardUnsaved(base.id)}>
        Discard
      </Button>
    </div>
  );
}

/** The new runbooks that are not saved; they stand in no list. */
export function UnsavedNew({ onGoOn }: Pick<Props, 'onGoOn'>) {
  const all = useUnsaved((state) => state.all);
  return [...all.values()]
    .filter(({ isNew }) => isNew)
    .map((unsaved) => <UnsavedNote key={unsaved.base.id} unsaved={unsaved} onGoOn={onGoOn} />);
}
