import type { RegionName } from './holiday-answers.ts';
import type { Answer } from './use-answer.ts';

/** Countries or regions as far as they are known by now: none while they are asked for, or where that failed. */
export const regionsOf = (answer: Answer<readonly RegionName[]>): readonly RegionName[] =>
  answer.kind === 'answered' ? answer.value : [];
