// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { chooseFile } from '../../../renderer/state/read-file.ts';
import { useToasts } from '../../../renderer/state/toast-store.ts';
import { fileFault, mostBytes } from '../../../shared/exchange/decode.ts';

afterEach(() => {
  vi.restoreAllMocks();
  useToasts.setState({ toasts: [] });
});

/** The dialog that the browser would show, answered with a file or dismissed. */
function answering(file: Partial<File> | null): void {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    if (file !== null) Object.defineProperty(this, 'files', { value: [file] });
    this.dispatchEvent(new Event(file === null ? 'cancel' : 'change'));
  });
}

const holding = (bytes: Uint8Array) => ({
  name: 'team.csv',
  slice: (from?: number, to?: number) =>
    ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }) as unknown as Blob,
});

test('a chosen file comes with its name and bytes, a dismissed dialog with nothing', async () => {
  answering(holding(Uint8Array.from([65, 66])));
  expect(await chooseFile('.csv')).toEqual({ name: 'team.csv', bytes: Uint8Array.from([65, 66]) });
  answering(null);
  expect(await chooseFile('.csv')).toBeNull();
});

test('of a file that is far too large no more is read than shows it', async () => {
  answering(holding(new Uint8Array(mostBytes + 500)));
  const file = await chooseFile('.csv');
  expect(file?.bytes.length).toBe(mostBytes + 1);
  expect(file === null ? null : fileFault(file.bytes)).toBe('too-large');
});

test('a file that cannot be read is told, and nothing comes of it', async () => {
  answering({
    name: 'gone.csv',
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error('it was moved')) }) as unknown as Blob,
  });
  expect(await chooseFile('.csv')).toBeNull();
  expect(useToasts.getState().toasts[0]?.text).toBe('gone.csv could not be read: it was moved');
});
