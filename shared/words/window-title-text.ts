import { fileName, isOwnPlan } from './plan-file.ts';

export interface TitleParts {
  readonly plan: string;
  /** Where the plan lies, and the app's own folder: a plan in there is known by its name, another by its file. */
  readonly file: string | null;
  readonly dataFolder: string | null;
  readonly screen: string;
  readonly state: 'saved' | 'saving' | 'not-saved' | 'read-only';
}

const states = { saved: '', saving: ' (saving…)', 'not-saved': ' (not saved)', 'read-only': ' (read only)' };

/** What the window is called: `team.json (not saved) · Board · Evenwatch`. */
export function windowTitle({ plan, file, dataFolder, screen, state }: TitleParts): string {
  const isOwn = file === null || dataFolder === null || isOwnPlan(file, dataFolder);
  const name = isOwn ? plan : fileName(file);
  return `${name}${states[state]} · ${screen} · Evenwatch`;
}
