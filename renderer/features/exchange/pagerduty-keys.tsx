import { useState } from 'react';
import { keysText } from '../../../shared/words/service-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { pagerDutyIn, refresh, saveToken, usualAddress } from './pagerduty-acts.ts';
import { usePagerDuty } from './pagerduty-store.ts';
import { useKeysKept } from './use-keys-kept.ts';

/** Address and token. The token goes to the keeper and comes back nowhere. */
export function PagerDutyKeys() {
  const kept = pagerDutyIn(useWorkspace())?.address ?? usualAddress;
  const busy = usePagerDuty((state) => state.busy);
  const directory = usePagerDuty((state) => state.directory);
  const [address, setAddress] = useState(kept);
  const [token, setToken] = useState('');
  const [state, setState] = useKeysKept('pagerduty', address);
  const keep = async (next: string | null): Promise<void> => {
    const found = await saveToken(address.trim(), next);
    if (found === null) return;
    setState(found);
    setToken('');
  };
  const waits = busy === null ? undefined : `Wait: ${busy.toLowerCase()}`;
  const has = state !== null && state.kept !== 'none';
  return (
    <section className="flex flex-col gap-3" aria-label="Connection">
      <div className="grid max-w-180 grid-cols-2 gap-4">
        <Field
          label="Address"
          value={address}
          onChange={setAddress}
          hint="Accounts in the EU: https://api.eu.pagerduty.com"
        />
        <Field
          label="API token"
          type="password"
          value={token}
          onChange={setToken}
          placeholder={has ? 'Kept' : ''}
          hint="Read is enough to compare; sending needs write."
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onPress={() => void keep(token.trim())}
          disabledReason={waits ?? (token.trim() === '' ? 'Enter a token first' : undefined)}
        >
          Keep token
        </Button>
        {has ? (
          <>
            <Button
              kind={directory === null ? 'primary' : 'plain'}
              onPress={() => void refresh()}
              disabledReason={waits}
            >
              Read people and schedules
            </Button>
            <Button kind="quiet" onPress={() => void keep(null)} disabledReason={waits}>
              Forget token
            </Button>
          </>
        ) : null}
      </div>
      {state === null ? null : <p className="text-muted">{keysText('pagerduty', state)}</p>}
    </section>
  );
}
