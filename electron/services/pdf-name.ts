/** `Profit runbook, 2026-11-23.pdf`: a name that every system's disk accepts, whatever stands in the title. */
export function pdfFileName(title: string, today: string): string {
  const stem = title
    // eslint-disable-next-line no-control-regex -- control characters are what no file name may hold
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120);
  return `${stem === '' ? 'Runbook' : stem}, ${today}.pdf`;
}
