import type { Element, ElementContent, Properties } from 'hast';

/** A node of a page, as `element` makes it. */
export type PageElement = Element;

/** What stands in an element: another one, a text, or nothing. */
export type Child = ElementContent | string | null;

/** One element; texts become text nodes, which whoever writes the tree out must escape. */
export function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  const content = children
    .filter((child) => child !== null)
    .map((child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child));
  return { type: 'element', tagName, properties, children: content };
}

/** An element without properties. */
export const plain = (tagName: string, ...children: readonly Child[]): Element =>
  element(tagName, {}, ...children);

/** A section with its heading; null where it has nothing to say, so that no heading stands alone. */
export function section(title: string, content: readonly Child[]): Element | null {
  return content.length === 0 ? null : plain('section', plain('h2', title), ...content);
}

/** A table whose first cell of each row is its head. `name` is its class, by which a style sheet knows it. */
export function table(name: string, heads: readonly string[], rows: readonly (readonly Child[])[]): Element {
  const head = plain('thead', plain('tr', ...heads.map((it) => element('th', { scope: 'col' }, it))));
  const body = rows.map(([first, ...rest]) =>
    plain('tr', element('th', { scope: 'row' }, first ?? null), ...rest.map((cell) => plain('td', cell))),
  );
  return element('table', { className: [name] }, head, plain('tbody', ...body));
}
