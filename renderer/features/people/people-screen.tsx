import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function PeopleScreen() {
  return (
    <ScrollPane label="People">
      <h1 className="text-title font-semibold">People</h1>
    </ScrollPane>
  );
}
