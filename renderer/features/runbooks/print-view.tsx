import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { PrintDocument } from '../../../shared/runbooks/print-page.ts';
import { pageRule, printStyle } from '../../../shared/runbooks/print-style.ts';
import type { Paper } from './paper.ts';
import { TreeView } from './tree-view.tsx';
import '../../styles/print.css';

/** Page numbers by the page itself; the desktop host has them printed by the foot of its own. */
const pageNumbers = `@page { @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt 'Inter Variable', sans-serif; color: #586271; } }`;

interface Props {
  readonly document: PrintDocument;
  readonly paper: Paper;
  readonly onDone: () => void;
}

/** A page that hears nothing from its print dialog, as in a browser without one, is put away after a minute. */
const MOST_MILLISECONDS = 60_000;

function dialogClosed(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, MOST_MILLISECONDS);
    window.addEventListener('afterprint', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

async function print(title: string, paper: Paper): Promise<void> {
  // Adopted, not written into the page: the content security policy allows no style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${pageRule(paper)}\n${pageNumbers}\n${printStyle}`);
  const before = document.title;
  document.adoptedStyleSheets.push(sheet);
  // The browser offers the title as the file's name.
  document.title = title;
  try {
    await document.fonts.ready;
    const closed = dialogClosed();
    window.print();
    await closed;
  } finally {
    document.title = before;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
  }
}

/** The same articles that the PDF holds, beside the app and shown on paper only, while the print dialog is open. */
export function PrintView({ document: printed, paper, onDone }: Props) {
  const { title, articles } = printed;
  const begun = useRef(false);
  useEffect(() => {
    // StrictMode runs effects twice; two dialogs would be one too many.
    if (begun.current) return;
    begun.current = true;
    void print(title, paper).finally(onDone);
  }, [title, paper, onDone]);
  return createPortal(
    <div className="paper print-only" lang="en">
      {articles.map((article, index) => (
        <TreeView key={index} tree={article} paper />
      ))}
    </div>,
    document.body,
  );
}
