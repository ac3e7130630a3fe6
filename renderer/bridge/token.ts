const KEPT_AS = 'evenwatch-token';

/**
 * The one-time token that the browser host put into the address (`#token=…`). It leaves the address bar at once, so that
 * it is in no bookmark or screenshot; the tab keeps it, so that a reload still finds its keeper. Session storage is bound
 * to host and port, which a cookie is not.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const hash = new URLSearchParams(page.location.hash.slice(1));
  const given = hash.get('token');
  if (given === null) return page.sessionStorage.getItem(KEPT_AS) ?? '';
  page.sessionStorage.setItem(KEPT_AS, given);
  hash.delete('token');
  // What else the address names, such as a runbook, is for others to read.
  const rest = hash.size > 0 ? `#${hash.toString()}` : '';
  page.history.replaceState(null, '', page.location.pathname + page.location.search + rest);
  return given;
}
