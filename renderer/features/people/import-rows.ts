import type { ImportedPerson } from '../../../shared/exchange/people-csv.ts';
import type { Person } from '../../../shared/model/person.ts';
import { zoneText } from '../../../shared/words/calendar-text.ts';
import { membershipText, peopleFieldText, weekWithYearText } from '../../../shared/words/people-text.ts';
import type { PreviewCell, PreviewRow } from '../../ui/import-preview.tsx';

interface Shown {
  readonly title: string;
  readonly text: (person: Person) => string;
}

const wishText = ({ wishes }: Person, kind: 'want' | 'avoid'): string =>
  wishes
    .filter((wish) => wish.kind === kind)
    .map(({ week }) => weekWithYearText(week))
    .join(', ');

/** What a preview shows of a person. Columns that are empty for everybody are left out. */
const all: readonly Shown[] = [
  { title: peopleFieldText.name, text: ({ name }) => name },
  { title: peopleFieldText.email, text: ({ email }) => email ?? '' },
  { title: 'Full time', text: ({ fullTimePercent }) => `${fullTimePercent} %` },
  { title: 'In the team', text: membershipText },
  { title: 'Limit', text: ({ mostShiftsAQuarter: most }) => (most === null ? '' : String(most)) },
  { title: peopleFieldText.region, text: ({ region }) => region ?? '' },
  { title: peopleFieldText.zone, text: ({ zone }) => zoneText(zone) },
  { title: peopleFieldText.aliases, text: ({ aliases }) => aliases.join('; ') },
  { title: peopleFieldText.wanted, text: (person) => wishText(person, 'want') },
  { title: peopleFieldText.avoided, text: (person) => wishText(person, 'avoid') },
];

function cellOf(shown: Shown, { person, before }: ImportedPerson): PreviewCell {
  const text = shown.text(person);
  const was = before === null ? text : shown.text(before);
  return was === text ? { text } : { text, before: was };
}

/**
 * The preview of an import: a row for each person, and the columns that say something.
 *
 * @param leftOut rows of the file that the lead unticked
 */
export function previewOf(
  items: readonly ImportedPerson[],
  leftOut: ReadonlySet<number>,
): {
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
} {
  const shown = all.filter((one) =>
    items.some(
      ({ person, before }) => one.text(person) !== '' || (before !== null && one.text(before) !== ''),
    ),
  );
  return {
    columns: shown.map(({ title }) => title),
    rows: items.map((item) => ({
      key: String(item.row),
      row: item.row,
      sign: item.before === null ? 'new' : item.before === item.person ? 'same' : 'changed',
      ...(item.before === item.person ? {} : { isTaken: !leftOut.has(item.row) }),
      cells: shown.map((one) => cellOf(one, item)),
    })),
  };
}
