import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function TasksScreen() {
  return (
    <ScrollPane label="Tasks">
      <h1 className="text-title font-semibold">Tasks</h1>
    </ScrollPane>
  );
}
