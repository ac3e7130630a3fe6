import { workspaceSchema, type Workspace } from '../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';

/** Whatever would run leaves this mark on the page. */
const mark = 'document.documentElement.dataset.injected=1';
const inLine = `<img src=x: onerror=${mark}>`;
const inBody = [
  `<script>${mark}</script>`,
  `<svg onload=${mark}><a href="javascript:${mark}">drawn</a></svg>`,
  `<iframe srcdoc="<script>parent.${mark}</script>"></iframe>`,
  `[a link](javascript:${mark}) [another](data:text/html,<script>${mark}</script>)`,
  `![a picture](x: "onerror=${mark}")`,
  `<style>@import url(https://example.org/a.css)</style>`,
].join('\n\n');

const lines = new Set(['name', 'title', 'text', 'author', 'reason', 'note']);

function tainted(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'body') return `${value}\n\n${inLine}\n\n${inBody}\n`;
    const isTyped = lines.has(key) && value !== '' && !/^[a-z][a-z0-9-]*$/.test(value); // a layer's name is a word for programs
    return isTyped ? `${value} ${inLine}` : value;
  }
  if (Array.isArray(value)) return value.map((one) => tainted(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tainted(one, name)]));
}

/** The sample, with markup and scripts in every text that a person could have typed. */
export const hostileWorkspace = (): Workspace => workspaceSchema.parse(tainted(sampleWorkspace()));
