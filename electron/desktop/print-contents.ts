import type { PrintToPDFOptions, WebContents } from 'electron';
import type { Sheet } from '../../shared/print/style.ts';

/** Width and height in inches, as Electron itself has them. */
const inches: Readonly<Record<Sheet, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  Letter: [8.5, 11],
};

/** What `printToPDF` itself calls; it takes every setting spelled out. */
type Printing = WebContents & {
  readonly _printToPDF?: (
    settings: PrintToPDFOptions & Readonly<Record<string, unknown>>,
  ) => Promise<Uint8Array>;
};

let asked = 0;

/**
 * Prints the page of a window. Electron's `printToPDF` lets one window print at a time, and where one print fails, such as one that is called
 * off, all later ones fail with it: its calls stand in one row, each behind the promise of the one before. So this asks what stands behind that
 * row, and the row only where an Electron has nothing there.
 */
export function printContents(
  contents: WebContents,
  paper: Sheet,
  options: PrintToPDFOptions,
): Promise<Uint8Array> {
  const printing: Printing = contents;
  if (printing._printToPDF === undefined) return contents.printToPDF({ ...options, pageSize: paper });
  const [paperWidth, paperHeight] = inches[paper];
  // Numbers far from those that Electron counts up itself.
  const requestID = 1_000_000 + (asked += 1);
  return printing._printToPDF({
    requestID,
    landscape: false,
    displayHeaderFooter: false,
    headerTemplate: '',
    footerTemplate: '',
    scale: 1,
    marginTop: 0.4,
    marginBottom: 0.4,
    marginLeft: 0.4,
    marginRight: 0.4,
    pageRanges: '',
    paperWidth,
    paperHeight,
    ...options,
  });
}
