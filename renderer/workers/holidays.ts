import type { LibraryDay } from '../../shared/exchange/holiday-suggest.ts';
import type { Asking } from './explain.ts';
import type { FromHolidays, RegionName, ToHolidays } from './holiday-messages.ts';

type Failed = { readonly kind: 'failed'; readonly reason: string };

/** Longer than this the library does not take to load on any machine that the window runs on. */
const MOST_MILLISECONDS = 60_000;

/** Asks the library once, in a worker of its own that ends with the answer: its memory is not kept for a screen left again. */
function ask<Kind extends FromHolidays['kind']>(
  message: ToHolidays & { readonly kind: Kind },
): Asking<Extract<FromHolidays, { kind: Kind }>> {
  const worker = new Worker(new URL('./holidays-worker.ts', import.meta.url), { type: 'module' });
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(deadline);
    worker.terminate();
  };
  const answer = new Promise<Extract<FromHolidays, { kind: Kind }>>((resolve, reject) => {
    const fail = (reason: string): void => {
      end();
      reject(new Error(reason));
    };
    deadline = setTimeout(
      () => fail('the library of holidays gave no answer in a minute'),
      MOST_MILLISECONDS,
    );
    worker.onmessage = ({ data }: MessageEvent<FromHolidays | Failed>) => {
      if (data.kind === 'failed') {
        fail(data.reason);
        return;
      }
      end();
      // It was sent one question, and answers that one.
      resolve(data as Extract<FromHolidays, { kind: Kind }>);
    };
    worker.onerror = (event) => fail(event.message || 'the library of holidays could not be loaded');
    worker.onmessageerror = () => fail('the library of holidays sent what cannot be read');
  });
  worker.postMessage(message);
  return { answer, cancel: end };
}

const mapped = <From, To>(asked: Asking<From>, map: (value: From) => To): Asking<To> => ({
  answer: asked.answer.then(map),
  cancel: () => asked.cancel(),
});

/** What the library lists for a region in a year and the two beside it; null where it does not know the region. */
export const askLibrary = (region: string, year: number): Asking<readonly LibraryDay[] | null> =>
  mapped(ask({ kind: 'days', region, year }), ({ known, days }) => (known ? days : null));

/** The countries that the library knows, or the regions of one that it tells apart, by name. */
export const askRegions = (country: string | null): Asking<readonly RegionName[]> =>
  mapped(ask({ kind: 'regions', country }), ({ regions }) => regions);
