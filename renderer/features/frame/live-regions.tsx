import { useAnnouncements } from '../../state/announce.ts';

/** Reads results and the steps of move mode aloud. Both regions are there from the start, or nothing would be read. */
export function LiveRegions() {
  const { polite, assertive } = useAnnouncements();
  return (
    <>
      <div aria-live="polite" role="status" className="sr-only">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div aria-live="assertive" role="alert" className="sr-only">
        <span key={assertive.count}>{assertive.text}</span>
      </div>
    </>
  );
}
