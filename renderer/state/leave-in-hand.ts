import type { MovePreview } from '../../shared/editing/move-preview.ts';
import { judge } from '../../shared/planner/judge.ts';
import { askAssessment } from '../workers/assess-in-worker.ts';
import { useDrag, type DragState } from './drag-store.ts';
import { useView } from './view-store.ts';

/** The hand has to rest on a day for so long before the worker is asked, in ms. */
const pause = 80;

/** Days off over free days of the plan, or dropped on a turn and asked about. */
const previewIn = ({ preview, asking }: DragState): MovePreview | null => preview ?? asking;

/** Puts the answer where its question came from; the hand may be elsewhere by now. */
function show(of: MovePreview, judged: MovePreview): void {
  const { preview, asking } = useDrag.getState();
  if (preview === of) useDrag.setState({ preview: judged });
  else if (asking === of) useDrag.setState({ asking: judged });
}

/**
 * What everybody can attain rests on the leave: while days off hang from the hand, the worker is asked what shares and score they
 * would leave, and card and panel say it as soon as it is known. Called once, at start.
 */
export function followLeaveInHand(): void {
  let asked: MovePreview | null = null;
  let stop = (): void => undefined;
  useDrag.subscribe((state) => {
    const now = previewIn(state);
    if (now === asked) return;
    stop();
    stop = () => undefined;
    asked = now;
    if (now?.command?.kind !== 'save-leave' || now.tried === null || now.after !== now.before) return;
    const { workspace } = now.tried;
    const { quarter } = useView.getState();
    let end = (): void => undefined;
    const timer = setTimeout(() => {
      end = askAssessment(
        workspace,
        quarter,
        (assessment) => show(now, { ...now, after: judge(workspace, quarter, assessment) }),
        // The drop works without it, and the figures that follow it say why they are missing.
        () => undefined,
      );
    }, pause);
    stop = () => {
      clearTimeout(timer);
      end();
    };
  });
}
