import { readPeople } from '../../../shared/exchange/people-csv.ts';
import { matchPeopleColumns, namesPeopleColumns } from '../../../shared/exchange/people-csv-columns.ts';
import { readTable } from '../../../shared/exchange/table-file.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { importTitle } from '../../../shared/words/import-text.ts';
import type { ImportFormat } from './format.ts';
import { onlyFile, tableIn } from './text-file.ts';

/** People off a table; its columns are known by their heads. */
export const people: ImportFormat = {
  help: 'people off a table (CSV, TSV), known again by address or name',
  takes: 'one file',
  options: [],
  read: (asked) => {
    const { workspace, today } = asked;
    const { name, text } = onlyFile(asked);
    const first = tableIn(name, text);
    const hasHead = namesPeopleColumns(first.columns);
    const table = hasHead ? first : readTable(text, null, false);
    const matched = matchPeopleColumns(table.columns);
    const newId = () => `person-${crypto.randomUUID().slice(0, 8)}` as PersonId;
    const { items, problems } = readPeople(workspace, table, hasHead ? matched : { ...matched, name: 0 }, {
      today,
      newId,
    });
    const changed = items.filter(({ person, before }) => person !== before);
    const records = changed.map(({ person }) => ({ table: 'people', record: person }) as const);
    const title = importTitle(changed.length, 'person', 'people');
    return {
      command: records.length === 0 ? null : { kind: 'import-records', title, source: name, records },
      problems,
      unknown: [],
    };
  },
};
