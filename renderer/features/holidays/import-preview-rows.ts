import type { FileHoliday } from '../../../shared/exchange/holiday-file.ts';
import type { HolidayChange } from '../../../shared/exchange/holiday-diff.ts';
import type { SetChanges } from '../../../shared/exchange/holiday-import.ts';
import { setText } from '../../../shared/words/holiday-text.ts';
import type { PreviewRow, PreviewSign } from '../../ui/import-preview.tsx';

const signs: Readonly<Record<HolidayChange['kind'], PreviewSign>> = {
  added: 'new',
  moved: 'changed',
  renamed: 'changed',
  weighed: 'changed',
  same: 'same',
  gone: 'gone',
};

/** What a file would do, row by row. */
export const previewOf = (sets: readonly SetChanges[], removes: boolean): readonly PreviewRow[] =>
  sets.flatMap((one) =>
    one.changes
      .filter(({ kind }) => kind !== 'gone' || removes)
      .map(({ kind, incoming, holiday }): PreviewRow => {
        const is = incoming ?? holiday;
        const cell = (text: string, before: string | undefined) =>
          incoming === null || before === undefined || before === text ? { text } : { text, before };
        return {
          key: `${one.set.id} ${kind} ${is.actual} ${is.name}`,
          row: (incoming as FileHoliday | null)?.row ?? null,
          sign: signs[kind],
          cells: [
            { text: setText(one.set) },
            cell(is.name, holiday?.name),
            cell(is.actual, holiday?.actual),
            cell(is.observed ?? '', holiday === null ? undefined : (holiday.observed ?? '')),
            cell(
              `${is.weightPercent} %`,
              kind === 'weighed' ? `${holiday?.weightPercent ?? ''} %` : undefined,
            ),
          ],
        };
      }),
  );
