import { useState } from 'react';
import { licences } from 'virtual:licences';
import { SearchField } from '../../ui/search-field.tsx';

type Component = (typeof licences.components)[number];

function Entry({ component }: { readonly component: Component }) {
  const [isOpen, setIsOpen] = useState(false);
  const { name, version, licence, note, text } = component;
  return (
    <li className="border-b border-divider last:border-0">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="flex min-h-7 cursor-default items-center gap-2 px-2 hover:bg-hover">
          <span aria-hidden className="w-3 text-muted">
            {isOpen ? '▾' : '▸'}
          </span>
          <span className="flex-1 truncate">
            {name} <span className="text-muted tabular-nums">{version}</span>
          </span>
          <span className="text-label text-muted">{licence}</span>
        </summary>
        {isOpen ? (
          <div className="flex flex-col gap-2 px-7 pt-1 pb-3">
            {note === '' ? null : <p>{note}</p>}
            <pre className="font-mono text-label whitespace-pre-wrap">{licences.texts[text]}</pre>
          </div>
        ) : null}
      </details>
    </li>
  );
}

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Every component by name; its text is shown where it is opened. */
export function LicenceList({ query, onQuery }: Props) {
  const wanted = query.trim().toLowerCase();
  const found = licences.components.filter(({ name, licence }) =>
    `${name} ${licence}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <SearchField label="Find a component" value={query} onChange={onQuery} />
      {found.length === 0 ? (
        <p className="text-muted">No component is called “{query}”, and none is under such a licence.</p>
      ) : (
        <ul aria-label="Components" className="rounded-md border border-divider">
          {found.map((component) => (
            <Entry key={`${component.name}@${component.version}`} component={component} />
          ))}
        </ul>
      )}
    </>
  );
}
