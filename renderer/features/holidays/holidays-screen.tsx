import { ScrollPane } from '../../ui/scroll-pane.tsx';

export function HolidaysScreen() {
  return (
    <ScrollPane label="Holidays">
      <h1 className="text-title font-semibold">Holidays</h1>
    </ScrollPane>
  );
}
