import type { PrintToPDFOptions, WebContents } from 'electron';

/** What `printToPDF` itself calls, with every setting spelled out. */
type Print = (settings: unknown) => Promise<Uint8Array>;

const behind = (contents: WebContents): Print | undefined =>
  (contents as unknown as { readonly _printToPDF?: Print })._printToPDF?.bind(contents);

/** The settings as Electron spells them out: asked of it with a page in the place of the real one that prints nothing. */
async function settingsOf(contents: WebContents, options: PrintToPDFOptions): Promise<unknown> {
  let settings: unknown = null;
  const blank = {
    _printToPDF: (given: unknown) => {
      settings = given;
      return Promise.resolve(new Uint8Array());
    },
  };
  await contents.printToPDF.call(blank as unknown as WebContents, options);
  return settings;
}

/**
 * Prints the page of a window. In some Electrons, 33 among them, `printToPDF` lets one window print at a time, and where one print fails, such
 * as one that is called off, all later ones fail with it: its calls stand in one row, each behind the promise of the one before. So this asks
 * what stands behind that row, and the row only where an Electron has nothing there.
 */
export async function printContents(contents: WebContents, options: PrintToPDFOptions): Promise<Uint8Array> {
  const print = behind(contents);
  const settings = print === undefined ? null : await settingsOf(contents, options);
  return print === undefined || settings === null ? contents.printToPDF(options) : print(settings);
}
