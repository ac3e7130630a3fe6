export interface Stop {
  readonly title: string;
  readonly text: string;
  /** What it points to; null where the window at hand does not have it, such as a panel that is hidden. */
  readonly target: () => Element | null;
}

const first =
  (...selectors: readonly string[]) =>
  (): Element | null => {
    for (const selector of selectors) {
      const found = document.querySelector(selector);
      if (found !== null && found.getClientRects().length > 0) return found;
    }
    return null;
  };

/** The tour, in order: what there is to see, the one thing to press, the hand, the judgement, and where to ask. */
export const stops: readonly Stop[] = [
  {
    title: 'The quarter at a glance',
    text: 'Each column is a week, each chip a shift. People stand above, rotations below. Leave is hatched, holidays are tinted, and red is what nobody holds yet.',
    target: first('main [role=grid]'),
  },
  {
    title: 'Plan quarter',
    text: 'Proposes who is on call when. Leave, holidays and roles are kept, and it says how good the plan is proven to be. Nothing changes until you accept.',
    target: first('#plan-quarter button'),
  },
  {
    title: 'Change it by hand',
    text: 'Drag a shift to another person or week, or press Enter on it for its card. The effect stands beside your hand before you let go, and every change can be undone.',
    target: first('main [role=grid] .chip', 'main [role=grid]'),
  },
  {
    title: 'Is it fair?',
    text: 'Points held against each person’s share. Fairness, on the left, opens every number to the shifts behind it, and Help says how it is computed.',
    target: first('aside[aria-label^=Fairness]', 'nav[aria-label=Screens] button:nth-of-type(3)'),
  },
  {
    title: 'Find and ask',
    text: 'Commands finds whatever can be done, and people, weeks and shifts. Help, F1, is about the screen you are on.',
    target: first('#find-commands button'),
  },
];
