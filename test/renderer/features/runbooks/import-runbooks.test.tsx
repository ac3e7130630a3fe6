import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../../renderer/state/workspace-store.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks } from './screen.tsx';

/** Answers the next file input with these files, as a lead who chooses them. */
function choosing(...files: File[]): { readonly folder: () => boolean } {
  let folder = false;
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    folder = this.webkitdirectory;
    Object.defineProperty(this, 'files', { value: files });
    this.dispatchEvent(new Event(files.length === 0 ? 'cancel' : 'change'));
  });
  return { folder: () => folder };
}

afterEach(() => {
  vi.restoreAllMocks();
});

const aFile = (name: string, content: BlobPart, path = ''): File => {
  const file = new File([content], name);
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
};

async function open(entry: string): Promise<HTMLElement> {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await user.click(await screen.findByRole('menuitem', { name: entry }, { timeout: 15_000 }));
  return screen.findByRole('dialog', { name: 'Import runbooks' }, { timeout: 15_000 });
}
const runbooks = () => Object.values(openWorkspace().runbooks);

test('a folder is read, previewed, and taken over as one step', async () => {
  showRunbooks();
  const chosen = choosing(
    aFile('profit.md', '---\ntitle: Profit\nowner_primary: Engineer 4\nx: 1\n---\nNotes', 'ops/profit.md'),
    aFile('new.md', '# Billing\n<script>alert(1)</script>', 'ops/new.md'),
    aFile('logo.png', 'x', 'ops/logo.png'),
    aFile('config', 'x', 'ops/.git/config'),
  );
  const before = runbooks().length;
  const dialog = await open('Folder of Markdown…');
  expect(chosen.folder()).toBe(true);
  expect(dialog.textContent).toContain('2 files, 2 runbooks');
  expect(dialog.textContent).toContain(
    '1 file is neither text nor a picture that a text names: ops/logo.png',
  );
  expect(dialog.textContent).toContain('kept as written: x');
  const table = within(dialog).getByRole('table', { name: 'What the import would do' });
  expect(table.textContent).toContain('Engineer 4');
  expect(runbooks().length).toBe(before);
  await userEvent.setup().click(within(dialog).getByRole('button', { name: 'Import 2 runbooks' }));
  await waitFor(() => expect(runbooks().length).toBe(before + 1));
  const billing = runbooks().find((it) => it.title === 'Billing');
  expect(billing?.body).toBe('# Billing\n<script>alert(1)</script>');
  expect(document.querySelector('script')).toBeNull();
  // The first to load the import waits for its modules, for long where the machine does much else.
}, 60_000);

test('the days that runbooks promise are offered as deadlines of the same step, each on its own', async () => {
  showRunbooks();
  const slas =
    'slas: [checked by the 12th of each month, sent by the 19th of each month, data by the 5th of each month]';
  choosing(aFile('a.md', `---\ntitle: Profit\n${slas}\n---\n`));
  const dialog = await open('Markdown files or a ZIP…');
  const offered = within(within(dialog).getByRole('region', { name: 'Deadlines' }));
  // The plan has a rule for Profit's 5th.
  expect(offered.getAllByRole('checkbox').length).toBe(2);
  await userEvent.setup().click(offered.getByRole('checkbox', { name: /sent by the 19th/ }));
  const before = Object.keys(openWorkspace().deadlines).length;
  await userEvent
    .setup()
    .click(within(dialog).getByRole('button', { name: 'Import 1 runbook and 1 deadline' }));
  await waitFor(() => expect(Object.keys(openWorkspace().deadlines).length).toBe(before + 1));
  expect(Object.values(openWorkspace().deadlines).at(-1)?.title).toBe(
    'Profit: checked by the 12th of each month',
  );
});

const png = (...rest: number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest]);

test('pictures of a folder come along, and what is given out again reads back as the same', async () => {
  const { readRunbookFiles } = await import('../../../../renderer/features/runbooks/read-runbook-files.ts');
  const { markdownArchive } = await import('../../../../renderer/features/runbooks/export-markdown.ts');
  const body =
    '# Billing\n![Chart](images/chart.png "C") ![Gone](images/gone.png) ![Web](https://a.example/x.png)\n';
  const chosen = [
    aFile('billing.md', body, 'ops/billing.md'),
    aFile('chart.png', png(1), 'ops/images/chart.png'),
    aFile('spare.png', png(2), 'ops/images/spare.png'),
    aFile('fake.png', '<svg onload=alert(1)>', 'ops/images/fake.png'),
  ];
  const sample = sampleWorkspace();
  const read = await readRunbookFiles(sample, chosen);
  expect(read.images.map(({ id, name }) => [id, name])).toEqual([['image-chart', 'chart.png']]);
  const runbook = read.items[0]?.runbook;
  if (runbook === undefined) throw new Error('nothing was read');
  expect(runbook.body).toBe(body.replace('images/chart.png', 'image:image-chart'));
  expect(read.problems.map(({ column, what }) => column ?? what)).toEqual([
    '2 files are neither text nor a picture that a text names: ops/images/fake.png, ops/images/spare.png',
    'ops/images/gone.png',
  ]);
  const next = {
    ...sample,
    runbooks: { ...sample.runbooks, [runbook.id]: runbook },
    images: Object.fromEntries(read.images.map((image) => [image.id, image])),
  };
  const { bytes } = markdownArchive(next, [runbook]);
  const again = await readRunbookFiles(next, [aFile('runbooks.zip', new Uint8Array(bytes))]);
  expect(again.images).toEqual([]);
  expect(again.items.map((item) => item.runbook.body)).toEqual([runbook.body]);
});

test('a picture that is too large stays out, and so does an archive that cannot be unpacked', async () => {
  const { readRunbookFiles } = await import('../../../../renderer/features/runbooks/read-runbook-files.ts');
  const large = new Uint8Array(500_001);
  large.set(png());
  const chosen = [aFile('a.md', '# A\n![x](large.png)'), aFile('large.png', large)];
  const { images, problems } = await readRunbookFiles(sampleWorkspace(), chosen);
  expect(images).toEqual([]);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('a picture may have 500 kB')]);
  const broken = await readRunbookFiles(sampleWorkspace(), [aFile('a.zip', 'PK no archive')]);
  expect(broken.problems.map(({ severity }) => severity)).toEqual(['error']);
});

test('what is no text is an error with its reason; files are read by their paths', async () => {
  const { readRunbookFiles } = await import('../../../../renderer/features/runbooks/read-runbook-files.ts');
  const chosen = [
    aFile('b.md', new Uint8Array([0x25, 0x50, 0x44, 0x46])),
    aFile('c.md', new Uint8Array([0x23, 0x20, 0xe9, 0x0a])),
    aFile('a.md', '# A'),
    aFile('d.md', ''),
  ];
  const { files, items, problems } = await readRunbookFiles(sampleWorkspace(), chosen);
  expect(files).toBe(4);
  expect(items.map(({ runbook }) => runbook.title)).toEqual(['A', 'é']);
  expect(problems.map(({ column, severity, what }) => `${column} ${severity}: ${what}`)).toEqual([
    'b.md error: it is a PDF; save its text as Markdown',
    expect.stringMatching(/^c\.md warning: it is not all UTF-8/),
    'd.md loss: it is empty',
  ]);
});

test('five thousand files are read in a bounded time and refused as too many, none of them in part', async () => {
  const { readRunbookFiles } = await import('../../../../renderer/features/runbooks/read-runbook-files.ts');
  const bytes = new TextEncoder().encode('# Words').buffer;
  const chosen = Array.from({ length: 5000 }, (_none, index) => {
    const part = { arrayBuffer: () => Promise.resolve(bytes.slice(0)) };
    return {
      name: `${index}.md`,
      webkitRelativePath: `ops/${index}/readme-${index}.md`,
      size: 7,
      slice: () => part,
    };
  }) as unknown as File[];
  const begun = performance.now();
  const { files, problems } = await readRunbookFiles(sampleWorkspace(), chosen);
  expect(files).toBe(5000);
  expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('a disk that is slow to say how large each file is leaves the window its turns', async () => {
  const { readRunbookFiles } = await import('../../../../renderer/features/runbooks/read-runbook-files.ts');
  let turn = 0;
  const asked = new Set<number>();
  const chosen = Array.from({ length: 40 }, (_, at) => {
    const file = aFile(`${String(at)}.md`, '', `ops/${String(at)}.md`);
    Object.defineProperty(file, 'size', {
      get: () => {
        const until = performance.now() + 5;
        while (performance.now() < until);
        asked.add(turn);
        return 20_000_000;
      },
    });
    return file;
  });
  const ticks = setInterval(() => (turn += 1), 0);
  const { problems } = await readRunbookFiles(sampleWorkspace(), chosen);
  clearInterval(ticks);
  expect(problems).toHaveLength(1);
  // 200 ms of waiting, in stretches of some 12 ms.
  expect(asked.size).toBeGreaterThan(5);
});
