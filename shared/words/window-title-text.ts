import { fileName, isOwnPlan } from './plan-file.ts';

interface Named {
  readonly plan: string;
  /** Where the plan lies, and the app's own folder: a plan in there is known by its name, another by its file. */
  readonly file: string | null;
  readonly dataFolder: string | null;
}

export interface TitleParts extends Named {
  readonly screen: string;
  readonly state: 'saved' | 'saving' | 'not-saved' | 'read-only';
}

const states = { saved: '', saving: ' (saving…)', 'not-saved': ' (not saved)', 'read-only': ' (read only)' };

/** What a plan is called beside others. */
export const shownName = ({ plan, file, dataFolder }: Named): string =>
  file === null || dataFolder === null || isOwnPlan(file, dataFolder) ? plan : fileName(file);

/** What the window is called: `team.json (not saved) · Board · Evenwatch`. */
export const windowTitle = ({ screen, state, ...named }: TitleParts): string =>
  `${shownName(named)}${states[state]} · ${screen} · Evenwatch`;
