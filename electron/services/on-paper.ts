/** All that prints, or writes a site or a folder of runbooks, with its fonts and parsers: most of the keeper's code by far, fetched when it is first asked for. */
export { exportPage } from './page-pdf.ts';
export { exportIntoFolder } from '../storage/runbook-folder.ts';
export { exportRunbooks } from './runbook-pdf.ts';
export { runSite, siteFolder } from './site.ts';
