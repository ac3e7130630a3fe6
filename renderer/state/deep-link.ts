import type { RunbookId } from '../../shared/model/ids.ts';
import { readRunbookHash, unknownLinkHash } from '../../shared/runbooks/deep-link.ts';
import { keeper } from './keeper.ts';
import { closeReviewList } from './runbook-review.ts';
import { showToast } from './toast-store.ts';
import { showRunbook } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** Asked for while no plan was open: shown as soon as one is. */
let waiting: RunbookId | null = null;

function open(runbook: RunbookId): void {
  const { phase, workspace } = useWorkspaceStore.getState();
  if (phase !== 'open' || workspace === null) {
    waiting = runbook;
    return;
  }
  waiting = null;
  if (workspace.runbooks[runbook] === undefined) {
    showToast({
      text: `This plan has no runbook “${runbook}”. It may stand in another plan.`,
      tone: 'warning',
    });
    return;
  }
  closeReviewList();
  showRunbook(runbook);
}

const sayUnknown = (): void =>
  showToast({
    text: 'That link leads to nothing that Evenwatch opens. Links to runbooks read evenwatch://runbook/ and the runbook’s name.',
    tone: 'warning',
  });

/** Takes the runbook out of the address, so that a reload does not go back to it. */
function takeHash(page: Pick<Window, 'location' | 'history'>): void {
  const { hash } = page.location;
  const runbook = readRunbookHash(hash);
  if (runbook === null && hash !== unknownLinkHash) return;
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  if (runbook === null) sayUnknown();
  else open(runbook);
}

/** Opens the runbook that an address from outside names: at the start, and whenever another arrives. */
export function bindLinks(page: Window): () => void {
  const onHash = () => takeHash(page);
  const onOpened = useWorkspaceStore.subscribe(({ phase }) => {
    if (phase === 'open' && waiting !== null) open(waiting);
  });
  const onEvent = keeper().on('runbook.open', ({ runbook }) => {
    const known = readRunbookHash(`runbook=${runbook}`);
    if (known !== null) open(known);
  });
  const onUnknown = keeper().on('link.unknown', sayUnknown);
  page.addEventListener('hashchange', onHash);
  takeHash(page);
  return () => {
    page.removeEventListener('hashchange', onHash);
    onOpened();
    onEvent();
    onUnknown();
  };
}
