import { useState } from 'react';
import type { HeldTurn } from '../../../shared/exchange/held-turns.ts';
import { turnName } from '../../../shared/words/feed-in-text.ts';
import { layerName, nameAlone, rotationName } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { counted } from '../../../shared/words/number-text.ts';

/** Rows in sight at once; thousands would keep the window busy for seconds. */
const PAGE = 100;

interface Props {
  /** Every turn that the file speaks of. */
  readonly turns: number;
  readonly changed: readonly HeldTurn[];
  /** Names the duty of each, where the file has several. */
  readonly withDuty: boolean;
}

/** The turns that a file would change, as they are and as they would be. */
export function TurnChanges({ turns, changed, withDuty }: Props) {
  const workspace = useWorkspace();
  const [shown, setShown] = useState(PAGE);
  const same = turns - changed.length;
  return (
    <div className="flex flex-col items-start gap-2">
      <p role="status">
        {changed.length === 0
          ? 'Nothing would change'
          : `${changed.length} of ${counted(turns, 'turn')} would change`}
        {same > 0 ? `; ${counted(same, 'is', 'are')} the same already.` : '.'}
      </p>
      {changed.length === 0 ? null : (
        <Table caption="Turns that would change">
          <TableHead>
            <ColumnHead>Turn</ColumnHead>
            {withDuty ? <ColumnHead>Duty</ColumnHead> : null}
            <ColumnHead>Now</ColumnHead>
            <ColumnHead>In the file</ColumnHead>
          </TableHead>
          <tbody>
            {changed.slice(0, shown).map(({ slot, now, wanted }) => (
              <Row key={slot.id}>
                <RowHead>{turnName(slot)}</RowHead>
                {withDuty ? (
                  <Cell>
                    {rotationName(workspace, slot.rotation)} {layerName(workspace, slot.rotation, slot.layer)}
                  </Cell>
                ) : null}
                <Cell className="text-muted">{now === null ? 'open' : nameAlone(workspace, now)}</Cell>
                <Cell>{nameAlone(workspace, wanted)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {changed.length > shown ? (
        <Button size="small" onPress={() => setShown(shown + 5 * PAGE)}>
          Show more ({changed.length - shown} left)
        </Button>
      ) : null}
    </div>
  );
}
