import type { Nodes } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import '../styles/print.css';

/** Page numbers by the page itself; the desktop host has them printed by the foot of its own. */
const pageNumbers = `@page { @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt 'Inter Variable', sans-serif; color: #586271; } }`;

/** A text as CSS writes strings: whatever could end it is written by its number. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;

const footRule = (foot: string): string =>
  `@page { @bottom-left { content: ${cssString(foot)}; font: 8pt 'Inter Variable', sans-serif; color: #586271; } }`;

interface Props {
  /** The browser offers it as the file's name. */
  readonly title: string;
  readonly articles: readonly Nodes[];
  /** Style of the paper, as CSS. */
  readonly style: string;
  /** At the foot of each page, left of its number. */
  readonly foot?: string;
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

async function print(title: string, style: string, foot: string): Promise<void> {
  // Adopted, not written into the page: the content security policy allows no style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([pageNumbers, foot === '' ? '' : footRule(foot), style].join('\n'));
  const before = document.title;
  document.adoptedStyleSheets.push(sheet);
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

/** A tree as React elements: no HTML text is ever handed to the page. */
// The library's types name a global JSX namespace, which React 19 no longer has.
export const onPaper = (tree: Nodes): ReactElement =>
  toJsxRuntime(tree, { Fragment, jsx, jsxs, tableCellAlignToStyle: false }) as ReactElement;

/** The same articles that the PDF holds, beside the app and shown on paper only, while the print dialog is open. */
export function PrintView({ title, articles, style, foot = '', onDone }: Props) {
  const begun = useRef(false);
  useEffect(() => {
    // StrictMode runs effects twice; two dialogs would be one too many.
    if (begun.current) return;
    begun.current = true;
    void print(title, style, foot).finally(onDone);
  }, [title, style, foot, onDone]);
  return createPortal(
    <div className="paper print-only" lang="en">
      {articles.map((article, index) => (
        <Fragment key={index}>{onPaper(article)}</Fragment>
      ))}
    </div>,
    document.body,
  );
}
