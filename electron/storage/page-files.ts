import { extname, join } from 'node:path';
import type { Files } from '../ports.ts';
import { codeOf } from './node-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** One part of a path: no dot in front, nothing encoded, no separator of any system. So no path leads out of its folder. */
const part = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const mostPageBytes = 64 * 1024 * 1024;

export type PageFile =
  | { readonly status: 200; readonly bytes: Uint8Array; readonly type: string }
  | { readonly status: 403 | 404 };

/** Rejects when the window was never built: an empty page would be a silent start. */
export async function requirePage(files: Files, root: string): Promise<void> {
  if ((await pageFile(files, root, '/')).status !== 200)
    throw new Error(`the files of the window are missing in ${root}; build them with "npm run build"`);
}

/**
 * A file of the built window, by the path of its address. 403 for a path that is none of ours by its form, 404 where nothing is.
 *
 * @param path as the request spelled it, undecoded, without query: `/assets/main-1a2b.js`
 */
export async function pageFile(files: Files, root: string, path: string): Promise<PageFile> {
  if (path === '/') return pageFile(files, root, '/index.html');
  const [empty, ...parts] = path.split('/');
  if (empty !== '' || parts.length === 0 || !parts.every((name) => part.test(name))) return { status: 403 };
  const type = types[extname(path)];
  if (type === undefined) return { status: 404 };
  try {
    return { status: 200, bytes: await files.read(join(root, ...parts), mostPageBytes), type };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return { status: 404 };
    throw error;
  }
}
