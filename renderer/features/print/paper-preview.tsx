import type { Element } from 'hast';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { PrintDocument } from '../../../shared/print/document.ts';
import { paperStyle, type Sheet } from '../../../shared/print/style.ts';
import { onPaper } from '../../ui/print-view.tsx';

/** Sheets upright, in px of CSS: 96 an inch. */
const sizes: Readonly<Record<Sheet, readonly [number, number]>> = {
  A4: [794, 1123],
  Letter: [816, 1056],
  A3: [1123, 1587],
};

/** Pages that are shown: a large team has one for each person. */
const mostShown = 3;

const sheetStyle = (width: number, height: number, margin: number, scale: number): string => `
:host { display: block; }
.sheet { box-sizing: border-box; width: ${width}px; min-height: ${height}px; padding: ${margin}px; zoom: ${scale}; background: #fff; color-scheme: light; }
.sheet + .sheet { margin-top: 24px; }
`;

interface Props {
  readonly document: PrintDocument;
  readonly sheet: Sheet;
  /** In px. */
  readonly width: number;
}

/** The pages as they will be printed, small: the same trees under the same style, walled off from the window's own. */
export function PaperPreview({ document: printed, sheet, width }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useEffect(() => {
    const element = host.current;
    if (element !== null) setRoot(element.shadowRoot ?? element.attachShadow({ mode: 'open' }));
  }, []);
  const isWide = printed.orientation === 'landscape';
  const [short, long] = sizes[sheet];
  const [across, down] = isWide ? [long, short] : [short, long];
  useEffect(() => {
    if (root === null) return;
    const style = new CSSStyleSheet();
    style.replaceSync(
      `${sheetStyle(across, down, isWide ? 38 : 68, width / across)}\n${paperStyle}\n${printed.style}`,
    );
    root.adoptedStyleSheets = [style];
  }, [root, printed.style, across, down, isWide, width]);
  const shown: readonly Element[] = printed.articles.slice(0, mostShown);
  return (
    <div ref={host} className="print-preview-pages">
      {root === null
        ? null
        : createPortal(
            shown.map((article, index) => (
              <div key={index} className="sheet paper" lang="en">
                {onPaper(article)}
              </div>
            )),
            root,
          )}
    </div>
  );
}
