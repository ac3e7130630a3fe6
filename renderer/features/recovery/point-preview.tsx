import { RotateCcw } from 'lucide-react';
import type { RestorePreview, TableEffect } from '../../../shared/contract/recovery.ts';
import {
  pointTitle,
  recordEffectText,
  sameTablesText,
  tableEffectText,
  tableName,
} from '../../../shared/words/recovery-text.ts';
import { instantText } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly preview: RestorePreview;
  readonly onRestore: () => void;
  /** Why it cannot be restored now. */
  readonly disabledReason: string | undefined;
}

const isSame = ({ comeBack, go, change }: TableEffect): boolean => comeBack + go + change === 0;

/** The tables that differ, a row each; the others in one line, so that what changes is not looked for. */
function Tables({ tables }: Pick<RestorePreview, 'tables'>) {
  const differing = tables.filter((one) => !isSame(one));
  const same = tables.filter(isSame);
  return (
    <div className="flex flex-col gap-2">
      {differing.length === 0 ? null : (
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-divider text-label text-muted">
              <th scope="col" className="py-1 pr-4 font-medium">
                What
              </th>
              <th scope="col" className="w-16 py-1 pr-4 text-right font-medium">
                Now
              </th>
              <th scope="col" className="w-16 py-1 pr-4 text-right font-medium">
                Then
              </th>
              <th scope="col" className="w-1/2 py-1 font-medium">
                Restoring it
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((one) => (
              <tr key={one.table} className="border-b border-divider">
                <th scope="row" className="py-1 pr-4 font-normal">
                  {tableName(one.table)}
                </th>
                <td className="py-1 pr-4 text-right">{one.now}</td>
                <td className="py-1 pr-4 text-right">{one.then}</td>
                <td className="py-1 font-medium">{tableEffectText(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length === 0 ? null : <p className="text-muted">{sameTablesText(same)}</p>}
    </div>
  );
}

/** What a restore point holds and what taking it back would change, before anything is changed. */
export function PointPreview({ preview, onRestore, disabledReason }: Props) {
  const { point, workspaceName, tables, records, more } = preview;
  const nothingDiffers = tables.every(isSame);
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-4">
      <header className="flex items-start gap-4">
        <div className="flex min-w-0 flex-1 flex-col gap-0.5">
          <h3 className="text-section font-semibold break-words">{pointTitle(point)}</h3>
          <p className="text-muted">
            {workspaceName}, {instantText(point.time)}, revision {point.revision}
          </p>
        </div>
        <Button
          kind="primary"
          icon={<RotateCcw size={14} aria-hidden />}
          disabledReason={nothingDiffers ? 'It is as what is open now' : disabledReason}
          onPress={onRestore}
        >
          Restore
        </Button>
      </header>
      <p className="text-muted">
        {nothingDiffers
          ? 'It holds exactly what is open now.'
          : 'Restoring is one step: undo takes it back, and a copy of what is open now is kept first.'}
      </p>
      <Tables tables={tables} />
      {records.length === 0 ? null : (
        <div className="flex flex-col gap-1">
          <h4 className="text-label font-medium text-muted">Records that differ</h4>
          <ul className="flex flex-col">
            {records.map((record) => (
              <li key={`${record.table} ${record.id}`} className="flex gap-3 py-0.5">
                <span className="w-20 shrink-0 text-muted">{recordEffectText(record)}</span>
                <span className="min-w-0 break-words">{record.name}</span>
              </li>
            ))}
          </ul>
          {more === 0 ? null : <p className="text-muted">and {more} more</p>}
        </div>
      )}
    </section>
  );
}
