import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function RotationsScreen() {
  return (
    <ScrollPane label="Rotations">
      <h1 className="text-title font-semibold">Rotations</h1>
    </ScrollPane>
  );
}
