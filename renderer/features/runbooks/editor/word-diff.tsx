import { useMemo } from 'react';
import { wordDiff, type Piece } from '../../../../shared/runbooks/versions.ts';

/** Letters that a stretch without change keeps at each end: the rest of it is between changes and says nothing. */
const AROUND = 160;

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= AROUND * 2) return text;
  const head = isFirst ? '' : text.slice(0, AROUND);
  const tail = isLast ? '' : text.slice(-AROUND);
  return [head, '…', tail].filter((it) => it !== '').join('\n');
}

function PieceView({ piece, text }: { readonly piece: Piece; readonly text: string }) {
  if (piece.kind === 'added') return <ins>{text}</ins>;
  if (piece.kind === 'removed') return <del>{text}</del>;
  return <>{text}</>;
}

/** What came and what went, word by word: said by a line under or through it, not by colour alone. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  const count = (kind: Piece['kind']) => pieces.filter((it) => it.kind === kind).length;
  if (count('added') + count('removed') === 0)
    return <p className="runbook-fine">No word differs from the version before.</p>;
  return (
    <>
      <p className="runbook-fine">
        {count('added')} added, {count('removed')} removed
      </p>
      <pre
        className="runbook-diff"
        aria-label="Changes"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
      >
        {pieces.map((piece, index) => (
          <PieceView
            key={index}
            piece={piece}
            text={
              piece.kind === 'same'
                ? shortened(piece.text, index === 0, index === pieces.length - 1)
                : piece.text
            }
          />
        ))}
      </pre>
    </>
  );
}
