/**
 * What the window's page may do: run and load what came with the app, nothing else. A style may carry the nonce, because the
 * component library adds a style sheet of its own at run time; scripts may not. The planner's solver is WebAssembly.
 *
 * @param connect sources besides the app itself that the page may talk to
 */
export function contentPolicy(nonce: string, connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page's HTML with the nonce where the component library looks for it. */
export const withNonce = (html: string, nonce: string): string => html.replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">`);
