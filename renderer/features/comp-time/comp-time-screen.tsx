import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function CompTimeScreen() {
  return (
    <ScrollPane label="Comp time">
      <h1 className="text-title font-semibold">Comp time</h1>
    </ScrollPane>
  );
}
