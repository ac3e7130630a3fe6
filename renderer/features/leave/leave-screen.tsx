import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function LeaveScreen() {
  return (
    <ScrollPane label="Leave">
      <h1 className="text-title font-semibold">Leave</h1>
    </ScrollPane>
  );
}
