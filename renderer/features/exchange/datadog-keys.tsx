import { useState } from 'react';
import { keysText } from '../../../shared/words/service-text.ts';
import { datadogAddress, readHealthNow, useHealth } from '../../state/health-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { chooseHealthFiles, datadogSites, saveKeys, usualSite } from './datadog-acts.ts';
import { useKeysKept } from './use-keys-kept.ts';

/** Address and keys. The keys go to the keeper and come back nowhere. */
export function DatadogKeys() {
  const known = datadogAddress(useWorkspace());
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const isBusy = useHealth((state) => state.isBusy);
  const [address, setAddress] = useState(known ?? usualSite);
  const [key, setKey] = useState('');
  const [application, setApplication] = useState('');
  const [kept, setKept] = useKeysKept('datadog', address.trim());
  const has = kept !== null && kept.kept !== 'none';
  const keep = async (keys: readonly string[] | null): Promise<void> => {
    const next = await saveKeys(address.trim(), keys);
    if (next === null) return;
    setKept(next);
    setKey('');
    setApplication('');
  };
  const waits = isBusy ? 'Wait: reading' : readOnly === null ? undefined : `Read only: ${readOnly}`;
  const isWhole = key.trim() !== '' && application.trim() !== '';
  return (
    <section className="flex flex-col gap-3" aria-label="Connection">
      <div className="grid max-w-220 grid-cols-3 items-start gap-4">
        <Field
          label="Address"
          value={address}
          onChange={setAddress}
          hint={`By site: ${datadogSites.map(({ id }) => id.replace('https://api.', '')).join(', ')}`}
        />
        <Field
          label="API key"
          type="password"
          value={key}
          onChange={setKey}
          placeholder={has ? 'Kept' : ''}
        />
        <Field
          label="Application key"
          type="password"
          value={application}
          onChange={setApplication}
          placeholder={has ? 'Kept' : ''}
          hint="The rights monitors_read and slos_read are enough."
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onPress={() => void keep([key.trim(), application.trim()])}
          disabledReason={waits ?? (isWhole ? undefined : 'Enter both keys first')}
        >
          Keep keys
        </Button>
        {has ? (
          <>
            <Button
              kind="primary"
              onPress={() => void readHealthNow()}
              disabledReason={waits ?? (known === null ? 'Keep the keys first' : undefined)}
            >
              Read monitors
            </Button>
            <Button kind="quiet" onPress={() => void keep(null)} disabledReason={waits}>
              Forget keys
            </Button>
          </>
        ) : null}
        <Button
          kind="quiet"
          onPress={() => void chooseHealthFiles()}
          disabledReason={isBusy ? 'Wait: reading' : undefined}
        >
          Read saved files…
        </Button>
      </div>
      {kept === null ? null : <p className="text-muted">{keysText('datadog', kept)}</p>}
    </section>
  );
}
