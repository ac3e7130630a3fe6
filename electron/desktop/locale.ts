import { tagOfPosix } from '../../shared/words/conventions.ts';

/**
 * The locale by which the system writes dates: on Linux that of its environment, where dates may go by another than the language does;
 * '' where it names none. Chromium would answer with a language of its own instead of one that it does not know.
 */
export function systemLocale(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  ofSystem: () => string,
): string {
  if (platform === 'win32' || platform === 'darwin') return ofSystem();
  return tagOfPosix(environment['LC_ALL'] || environment['LC_TIME'] || environment['LANG'] || '');
}
