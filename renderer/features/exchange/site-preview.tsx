import { useEffect, useState } from 'react';
import type { PrintState } from '../../../shared/contract/channels.ts';
import type { SitePreview } from '../../../shared/contract/site.ts';
import { siteChangesText, siteProgressText, siteStateText } from '../../../shared/words/site-text.ts';
import { keeper } from '../../state/keeper.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

/** Milliseconds between two looks at how far it is. */
const LOOK = 250;

/** How far comparing or publishing is, with a way to call it off. */
export function SiteProgress() {
  const [state, setState] = useState<PrintState | null>(null);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const reply = await keeper().call('print.state', null);
      if (!over && reply.ok) setState(reply.value);
    };
    const timer = setInterval(() => void look(), LOOK);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  return (
    <div className="flex items-center gap-3" role="status">
      <span className="text-muted">{state === null ? 'Making the site' : siteProgressText(state)}…</span>
      <Button size="small" onPress={() => void keeper().call('print.cancel', null)}>
        Cancel
      </Button>
    </div>
  );
}

const bytesText = (bytes: number | null): string =>
  bytes === null ? '' : bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;

/** Every file, those that change first. */
export function SiteFiles({ preview }: { readonly preview: SitePreview }) {
  const changing = preview.entries.filter(({ state }) => state !== 'same');
  const rows = [...changing, ...preview.entries.filter(({ state }) => state === 'same')];
  return (
    <section className="flex flex-col gap-2" aria-label="Files of the site">
      <p className="font-medium">{siteChangesText(preview.entries)}</p>
      <Table caption="Files of the site">
        <TableHead>
          <ColumnHead>File</ColumnHead>
          <ColumnHead>What happens to it</ColumnHead>
          <ColumnHead numeric>Size</ColumnHead>
        </TableHead>
        <tbody>
          {rows.map(({ path, state, bytes }) => (
            <Row key={path}>
              <RowHead>{path}</RowHead>
              <Cell className={state === 'same' ? 'text-muted' : ''}>{siteStateText[state]}</Cell>
              <Cell numeric>{bytesText(bytes)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
