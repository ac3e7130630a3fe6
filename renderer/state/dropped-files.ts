import { keeper } from './keeper.ts';
import { open } from './session.ts';
import { showToast } from './toast-store.ts';

/** Where files of these endings are imported, each with a preview. */
const importers: readonly (readonly [ending: RegExp, where: string])[] = [
  [/\.(csv|tsv)$/i, 'Tables come in by Import on People, Leave or Holidays'],
  [/\.(ics|ical)$/i, 'Calendars come in by Import on Leave, Holidays or Exchange'],
  [/\.(md|markdown)$/i, 'Markdown comes in by Import on Runbooks'],
];

/** What is said about a file that is no plan: where it belongs, or which files there are places for. */
export function sayAbout(name: string): string {
  const where = importers.find(([ending]) => ending.test(name))?.[1];
  return where === undefined
    ? `${name} is nothing that Evenwatch opens: drop a plan, which ends in .json.`
    : `${name} is no plan. ${where}, with a preview.`;
}

/** The plan that was dropped: by its place on the desktop, by its text in a browser, where it becomes a plan of its own. */
async function openPlan(file: File): Promise<void> {
  const path = (await keeper().offer?.(file)) ?? null;
  await open(
    path === null
      ? { kind: 'content', name: file.name, text: await file.text() }
      : { kind: 'file', file: path },
  );
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Opens a plan that is dropped anywhere on the window, and says where other files go. The one before is saved, and stays among the recent. */
export function bindDrops(page: Window): void {
  page.addEventListener('dragover', (event) => {
    if (!holdsFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) showToast({ text: 'One plan at a time: drop a single file.', tone: 'warning' });
    else if (/\.json$/i.test(file.name)) void openPlan(file);
    else showToast({ text: sayAbout(file.name), tone: 'warning' });
  });
}
