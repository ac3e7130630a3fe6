import { expect, test } from 'vitest';
import { runbookFaults } from '../../../../renderer/features/runbooks/runbook-form-faults.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';

const runbook = sampleWorkspace().runbooks['runbook-profit' as RunbookId];

function faultsOf(url: string): Readonly<Record<string, string>> {
  if (runbook === undefined) throw new Error('the sample has no runbook for Profit');
  return runbookFaults({ ...runbook, links: [{ title: 'Dashboard', url }] });
}

test.each(['javascript:alert(1)', 'https://', 'https://a:99999', 'file:///etc/passwd', 'https://a b'])(
  'the link %s is refused',
  (url) => {
    expect(faultsOf(url)).toEqual({ 'links/0/url': 'An address that begins with https:// or http://.' });
  },
);

test('an address with a port, a path and a fragment is taken', () => {
  expect(faultsOf('http://grafana.example.com:3000/d/profit?from=now-1d#panel')).toEqual({});
});
