import type { ElementContent, Nodes, RootContent } from 'hast';

const parts = /(\[\/?redact\])/i;

function sign(mark: string): ElementContent {
  const ends = mark.startsWith('[/');
  const ariaLabel = ends ? 'Exports go on from here' : 'Left out of exports from here';
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: ['redact-sign', ends ? 'redact-end' : 'redact-begin'],
      role: 'img',
      ariaLabel,
      title: ariaLabel,
    },
    children: [],
  };
}

const split = (text: string): ElementContent[] =>
  text
    .split(parts)
    .filter((part) => part !== '')
    .map((part) => (parts.test(part) ? sign(part) : { type: 'text', value: part }));

/** A tree for the screen: the marks around passages that exports leave out are drawn as brackets. The tree itself stays as it is. */
export function withRedactSigns<Tree extends Nodes>(tree: Tree): Tree {
  if (!('children' in tree)) return tree;
  const children = (tree.children as readonly RootContent[]).flatMap((child): readonly RootContent[] =>
    child.type === 'text' ? split(child.value) : [withRedactSigns(child)],
  );
  return { ...tree, children };
}
