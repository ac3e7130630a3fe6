import licence from '../../../node_modules/date-holidays/LICENSE?raw';
import { holidayLibrary } from '../../../shared/exchange/holiday-suggest.ts';

/** Where suggestions come from, with the licences that ask for it to be said. */
export function SourcesTab() {
  return (
    <div className="flex max-w-180 flex-col gap-4">
      <p>
        Suggestions come from <span className="font-medium">{holidayLibrary}</span> by commenthol and
        contributors, github.com/commenthol/date-holidays. Its code is under the ISC licence, its data under
        Creative Commons Attribution-ShareAlike 3.0, creativecommons.org/licenses/by-sa/3.0, since they rest
        on articles of Wikipedia.
      </p>
      <p className="text-muted">
        The library is part of Evenwatch unchanged and asks no network. What you mend, add or strike out is
        kept in your plan, apart from the library’s data, and each entry says where it comes from.
      </p>
      <section aria-label="Licence and attributions" className="flex flex-col gap-1.5">
        <h3 className="text-section font-medium">Licence and attributions</h3>
        <pre
          className="max-h-96 overflow-auto rounded-md border border-divider bg-panel p-3 font-mono text-label whitespace-pre-wrap"
          tabIndex={0}
          role="region"
          aria-label="Text of the licence"
        >
          {licence}
        </pre>
      </section>
    </div>
  );
}
