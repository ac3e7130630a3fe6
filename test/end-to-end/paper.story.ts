/** The quarter on paper, by the real desktop: as a PDF file, and as a picture on the system's clipboard. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type * as electron from 'electron';
import { askedAgain, DesktopHost } from './support/desktop-host.ts';
import { expect, story } from './support/story.ts';
import { openSample } from './support/work.ts';

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 50_000_000 });

/** Width and height of the picture on the clipboard, in px. Older runtimes read it at once, newer ones like a web page. */
async function copiedSize({
  clipboard,
  nativeImage,
}: typeof electron): Promise<{ readonly width: number; readonly height: number }> {
  const older = clipboard as unknown as { readImage?: () => electron.NativeImage };
  if (older.readImage !== undefined) return older.readImage().getSize();
  const [item] = await clipboard.read();
  const picture = await item?.getType('image/png');
  if (!(picture instanceof Blob)) throw new Error('no picture is on the clipboard');
  return nativeImage.createFromBuffer(Buffer.from(await picture.arrayBuffer())).getSize();
}

story(
  'the quarter becomes a poster and a list for each person as PDF, and a picture on the clipboard @desktop-only',
  async ({ host }) => {
    story.skip(!process.env['EVENWATCH_PDF_TOOLS'], 'no PDF tools');
    if (!(host instanceof DesktopHost)) throw new Error('the desktop alone writes PDF files');
    const { page, app } = host;
    await openSample(page);
    await page.getByRole('button', { name: 'Previous quarter' }).click();
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print Q4 2026' });

    await dialog.getByRole('button', { name: 'Copy picture' }).click();
    await expect(page.getByText('is on the clipboard as a picture').first()).toBeAttached();
    const { width, height } = await askedAgain(() => app.evaluate(copiedSize));
    expect(width, 'the width of the picture').toBeGreaterThan(800);
    expect(height, 'the height of the picture').toBeGreaterThan(200);

    const saveAs = async (name: string): Promise<string> => {
      const file = join(host.dataFolder, name);
      await host.answerSaveDialog(file);
      await dialog.getByRole('button', { name: 'Save as PDF' }).click();
      await expect(page.getByText(name).first()).toBeAttached({ timeout: 30_000 });
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
      return file;
    };
    const poster = await saveAs('poster.pdf');
    expect(run('pdfinfo', poster)).toMatch(/^Pages:\s+1$/m);
    const text = run('pdftotext', '-layout', poster, '-');
    for (const words of ['On call, Q4 2026', 'Team primary', 'Engineer 4', 'W41'])
      expect(text).toContain(words);

    await dialog.getByRole('radio', { name: 'List per person' }).click();
    const lists = run('pdftotext', '-layout', await saveAs('lists.pdf'), '-');
    for (const person of [1, 2, 3, 4]) expect(lists).toContain(`Engineer ${person}, Q4 2026`);
  },
);
