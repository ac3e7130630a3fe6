import type { Paper } from '../../shared/print/style.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** Where paper comes in US Letter; everywhere else it is A4. */
const letterRegions = ['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'DO', 'GT', 'NI', 'PA', 'PH', 'PR', 'SV', 'VE'];

/** The paper that people who set their system to this language have in their printers: `en-US` means Letter. */
export function paperFor(language: string): Paper {
  const region = new Intl.Locale(language).maximize().region ?? '';
  return letterRegions.includes(region) ? 'Letter' : 'A4';
}

/** The paper of the system's region, which may differ from that of its language; a page in a browser knows the language alone. */
export function usualPaper(): Paper {
  const locale = useWorkspaceStore.getState().host?.locale ?? '';
  return paperFor(locale === '' ? navigator.language : locale);
}
