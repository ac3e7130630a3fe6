import { useEffect, useState } from 'react';
import type { KeysKept, ServiceName } from '../../../shared/contract/services.ts';
import { keeper } from '../../state/keeper.ts';

/** Where the keys of an address are, and how to say that they are now elsewhere; null while it is not known. */
export function useKeysKept(
  service: ServiceName,
  address: string,
): readonly [KeysKept | null, (kept: KeysKept) => void] {
  const [kept, setKept] = useState<KeysKept | null>(null);
  useEffect(() => {
    let isGone = false;
    void keeper()
      .call('service.state', { service, address })
      .then((reply) => {
        if (!isGone) setKept(reply.ok ? reply.value : null);
      });
    return () => {
      isGone = true;
    };
  }, [service, address]);
  return [kept, setKept];
}
