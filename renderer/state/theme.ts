import { useView, type Theme } from './view-store.ts';

const KEPT_AS = 'evenwatch-theme';
const isTheme = (text: string | null): text is Theme =>
  text === 'system' || text === 'light' || text === 'dark';

/** Shows the chosen theme now and whenever it, or the system's, changes. `data-color-scheme` is what styles read. */
export function followTheme(page: Window): void {
  const system = page.matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const { theme } = useView.getState();
    const dark = theme === 'dark' || (theme === 'system' && system.matches);
    page.document.documentElement.dataset['colorScheme'] = dark ? 'dark' : 'light';
  };
  const kept = page.localStorage.getItem(KEPT_AS);
  if (isTheme(kept)) useView.setState({ theme: kept });
  show();
  system.addEventListener('change', show);
  useView.subscribe((now, before) => {
    if (now.theme === before.theme) return;
    page.localStorage.setItem(KEPT_AS, now.theme);
    show();
  });
}
