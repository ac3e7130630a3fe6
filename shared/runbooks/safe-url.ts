/**
 * An address that a reader may be offered: http, https, mailto, or a place on the same page. Null for all others, be it
 * `javascript:`, `data:`, `file:`, or a path that means nothing outside the folder it was written in.
 */
export function safeUrl(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  const address = url.trim();
  // A browser skips control characters inside a scheme; whoever writes them means harm.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(address)) return null;
  return /^(https?:\/\/[^/]|mailto:[^/]|#)/i.test(address) ? address : null;
}
