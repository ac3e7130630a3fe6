/** Measures of the Board in px (ux.md sections 3 and 7), in one place because layout, hit test and style must agree. */
export const sizes = {
  headColumn: 190,
  mostHeadColumn: 280,
  /** What the head column takes of a pane that has room for more. */
  headPart: 0.16,
  leastWeek: 64,
  /** In the view of a year: a chip is its mark alone, and still a target of 24 px in height. */
  leastYearWeek: 24,
  /** Narrower than this, weeks and chips show their shortest form. */
  denseBelow: 40,
  monthBand: 24,
  weekHead: 38,
  chip: 24,
  /** A chip that breaks a rule carries its word on a second line. */
  chipWithConflict: 40,
  chipGap: 2,
  rowPadding: 4,
  leastRow: 32,
  personRow: 40,
  /** Free ground beneath the chips of a small team's rows, to drop on. */
  landing: 8,
  section: 22,
  overscanRows: 240,
  /** A year's rows hold four times as many elements. */
  overscanYearRows: 120,
  overscanColumns: 3,
} as const;

export const headHeight: number = sizes.monthBand + sizes.weekHead;
