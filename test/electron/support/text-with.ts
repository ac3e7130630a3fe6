import { expect } from 'vitest';

/** In an expected value: a text that holds this part. `expect.stringContaining` says it is `any`, which would hide a slip of the pen. */
export const textWith = (part: string): string => expect.stringContaining(part) as string;

/** In an expected value: a text that matches. */
export const textLike = (pattern: RegExp): string => expect.stringMatching(pattern) as string;
