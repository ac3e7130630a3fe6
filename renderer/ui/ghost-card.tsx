import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import './ghost-card.css';

/** One line of the card, with its weight: who takes what, what stands against it, what becomes of the shares. */
export interface GhostLine {
  readonly tone: 'plain' | 'hard' | 'soft' | 'number' | 'quiet';
  readonly text: string;
  /** For numbers: has it become better or worse? */
  readonly trend?: 'better' | 'worse' | undefined;
}

interface GhostCardProps {
  readonly chip: ReactNode;
  readonly lines: readonly GhostLine[];
  /** What releasing now would mean: "Release to place", "Release to choose". */
  readonly hint: string;
}

const marks = {
  hard: <X size={13} aria-label="Conflict:" />,
  soft: <TriangleAlert size={13} aria-label="Warning:" />,
};

/** What hangs from the pointer in a drag: the chip itself and, close beneath it, what dropping it would do. */
export function GhostCard({ chip, lines, hint }: GhostCardProps) {
  return (
    <div className="ghost">
      <div className="ghost-chip">{chip}</div>
      {lines.length === 0 && hint === '' ? null : (
        <div className="ghost-card" data-quiet={lines.length === 0 || undefined}>
          {lines.length === 0 ? null : (
            <ul>
              {lines.map((line) => (
                <li key={`${line.tone}${line.text}`} data-tone={line.tone} data-trend={line.trend}>
                  <span className="ghost-mark">
                    {line.tone === 'hard' || line.tone === 'soft' ? marks[line.tone] : null}
                  </span>
                  {line.text}
                </li>
              ))}
            </ul>
          )}
          <p className="ghost-hint">{hint}</p>
        </div>
      )}
    </div>
  );
}
