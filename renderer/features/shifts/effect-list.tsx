import type { EffectLine } from '../../../shared/words/effect-text.ts';

const tones = { hard: 'text-error', refused: 'text-error', soft: 'text-warning' } as const;
const marks = { hard: '× ', soft: '! ' } as const;

const toneOf = (kind: EffectLine['kind']): string =>
  kind === 'hard' || kind === 'refused' || kind === 'soft' ? tones[kind] : 'text-muted';

/** What a change would do, line by line, as the ghost card says it. */
export const EffectList = ({ lines }: { readonly lines: readonly EffectLine[] }) => (
  <ul className="flex flex-col gap-1 text-body wrap-anywhere" aria-label="What this changes">
    {lines.map(({ kind, text }) => (
      <li key={text} className={toneOf(kind)}>
        {kind === 'hard' || kind === 'soft' ? marks[kind] : ''}
        {text}
      </li>
    ))}
  </ul>
);
