interface Word {
  /** As it stands on the screen, in the singular. */
  readonly term: string;
  /** One or two sentences, without another word that would need one. */
  readonly meaning: string;
}

/** The words of the trade that not everybody brings along: said on hover where they first stand on a screen, and listed in the help. */
const words = {
  band: {
    term: 'Band',
    meaning:
      'How far from the share still counts as even: half of one’s smallest turn, because turns come whole.',
  },
  bound: {
    term: 'Bound',
    meaning:
      'A cost that no plan can go below, by proof. The nearer a plan is to it, the surer it is the best.',
  },
  cadence: { term: 'Cadence', meaning: 'How often turns change: every week, or every two weeks.' },
  carry: {
    term: 'Carried in',
    meaning:
      'What somebody held more or less than the share in the quarter before. It is made good in this one.',
  },
  'comp-time': {
    term: 'Comp time',
    meaning: 'Time off in return for serving, such as a day off for a holiday on call.',
  },
  conflict: {
    term: 'Conflict',
    meaning: 'A shift that breaks a rule which the planner always keeps, such as one over leave.',
  },
  cover: {
    term: 'Cover',
    meaning:
      'Single days of a shift that somebody else takes over. Points and holidays go to whoever covers.',
  },
  exclusive: {
    term: 'Exclusive',
    meaning: 'A rotation whose turn is held alone, beside no other turn but watches.',
  },
  gap: { term: 'Gap', meaning: 'A turn that nobody holds.' },
  'hand-off': { term: 'Hand-off', meaning: 'The moment at which one turn ends and the next one begins.' },
  layer: {
    term: 'Layer',
    meaning:
      'A role of a rotation: the primary is called first, the secondary when the primary does not answer.',
  },
  ledger: {
    term: 'Ledger',
    meaning:
      'The list of all time off earned, taken and expired. Lines are only added; the balance is their sum.',
  },
  observed: {
    term: 'Observed',
    meaning: 'The weekday on which a holiday is kept that itself falls on a weekend.',
  },
  override: {
    term: 'Override',
    meaning:
      'What other tools call an exception to a schedule. Here leave, holidays and covers are facts of the plan, and the plan itself is changed.',
  },
  pin: {
    term: 'Pin',
    meaning: 'Keeps a shift as it is when the quarter is planned again. A hand can still move it.',
  },
  points: {
    term: 'Points',
    meaning: 'What a turn weighs. One point is a weekday as primary; weekends and holidays weigh more.',
  },
  promise: { term: 'SLA', meaning: 'A promise to others: by when something is delivered or answered.' },
  proven: {
    term: 'Proven best',
    meaning: 'No other plan costs less under this policy: a solver has ruled every one of them out.',
  },
  rest: { term: 'Rest', meaning: 'Weeks without a turn after a turn, as each rotation asks for.' },
  scenario: {
    term: 'Branch',
    meaning: 'A plan of the quarter under other facts, kept beside the plan that stands.',
  },
  score: {
    term: 'Score',
    meaning: 'How fair the plan is. 100 is as fair as the fairest plan known for this team and this quarter.',
  },
  settle: { term: 'To settle', meaning: 'What has been earned by serving and is not in the ledger yet.' },
  shadow: { term: 'Shadow', meaning: 'A layer that weighs nothing: whoever has it looks on.' },
  share: {
    term: 'Share',
    meaning:
      'The points that would be even for somebody, after presence, what was carried in, tasks, and what the rules allow.',
  },
  slot: {
    term: 'Turn',
    meaning: 'One stretch of duty in one layer, from hand-off to hand-off; held, it is a shift.',
  },
  'stand-in': {
    term: 'Stand-in',
    meaning: 'Somebody who may hold a watch when its regular pair cannot.',
  },
  structural: {
    term: 'Structural',
    meaning: 'The part of a share that roles, rotations, leave or rest put out of reach. Nobody owes it.',
  },
  swap: { term: 'Swap', meaning: 'Two people exchange their turns, as one step.' },
  tentative: {
    term: 'Tentative',
    meaning: 'Not settled yet. Tentative leave counts like a week asked to be free; it bars nothing.',
  },
  trade: {
    term: 'Trade',
    meaning: 'A turn goes to another week, and whoever holds that week takes this one.',
  },
  watch: {
    term: 'Watch',
    meaning: 'A lighter duty that may be held beside others, such as watching one pipeline.',
  },
  wish: {
    term: 'Wish',
    meaning: 'What granting somebody a wanted week is worth. All prices of a plan are told in it.',
  },
} as const satisfies Readonly<Record<string, Word>>;

export type WordId = keyof typeof words;

export const glossary: Readonly<Record<WordId, Word>> = words;

/** All words with their meanings as a Markdown list, by their first letter. */
export const glossaryText = (): string =>
  Object.values<Word>(words)
    .sort((one, other) => (one.term.toLowerCase() < other.term.toLowerCase() ? -1 : 1))
    .map(({ term, meaning }) => `**${term}**. ${meaning}`)
    .join('\n\n');
