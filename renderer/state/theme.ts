import { useView, type Contrast, type Theme } from './view-store.ts';

const THEME = 'evenwatch-theme';
const CONTRAST = 'evenwatch-contrast';
const isTheme = (text: string | null): text is Theme =>
  text === 'system' || text === 'light' || text === 'dark';
const isContrast = (text: string | null): text is Contrast => text === 'system' || text === 'more';

/**
 * Shows the chosen theme and contrast now and whenever they, or the system's, change. `data-color-scheme` and `data-contrast` are
 * what styles read. Colours that the system forces on all pages stand above both.
 */
export function followTheme(page: Window): void {
  const prefersDark = page.matchMedia('(prefers-color-scheme: dark)');
  const prefersMore = page.matchMedia('(prefers-contrast: more)');
  const show = (): void => {
    const { theme, contrast } = useView.getState();
    const root = page.document.documentElement;
    const dark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
    root.dataset['colorScheme'] = dark ? 'dark' : 'light';
    if (contrast === 'more' || prefersMore.matches) root.dataset['contrast'] = 'more';
    else delete root.dataset['contrast'];
  };
  const theme = page.localStorage.getItem(THEME);
  const contrast = page.localStorage.getItem(CONTRAST);
  if (isTheme(theme)) useView.setState({ theme });
  if (isContrast(contrast)) useView.setState({ contrast });
  show();
  prefersDark.addEventListener('change', show);
  prefersMore.addEventListener('change', show);
  useView.subscribe((now, before) => {
    if (now.theme === before.theme && now.contrast === before.contrast) return;
    page.localStorage.setItem(THEME, now.theme);
    page.localStorage.setItem(CONTRAST, now.contrast);
    show();
  });
}
