import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../shared/contract/problems.ts';
import type {
  KeptDamage,
  RestoreList,
  RestorePoint,
  RestorePreview,
} from '../../../shared/contract/recovery.ts';
import { pointTitle } from '../../../shared/words/recovery-text.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { announce } from '../../state/announce.ts';
import { keeper } from '../../state/keeper.ts';
import { show } from '../../state/saving.ts';
import { showToast } from '../../state/toast-store.ts';
import { useView } from '../../state/view-store.ts';
import { takeWrittenFile } from './take-written-file.ts';

export interface Restoring {
  readonly list: RestoreList | null;
  readonly selected: RestorePoint | null;
  /** Of the selected point; null while it is read. */
  readonly preview: RestorePreview | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly select: (point: RestorePoint) => void;
  readonly earlier: () => void;
  readonly restore: () => void;
  readonly exportDamage: (item: KeptDamage) => void;
}

const none: RestoreList = { points: [], hasEarlier: false, damaged: [] };

/**
 * The restore points of a file, and the one looked at.
 *
 * @param file null for what is open, else a file of the recent list that could not be opened
 * @param revision of what is open: with each edit the list is asked for again
 */
export function useRestore(file: string | null, revision: number): Restoring {
  const [list, setList] = useState<RestoreList | null>(null);
  const [selected, setSelected] = useState<RestorePoint | null>(null);
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let gone = false;
    void keeper()
      .call('restore.points', { file, before: null })
      .then((reply) => {
        if (gone) return;
        setList(reply.ok ? reply.value : none);
        setProblem(reply.ok ? null : reply.problem);
        if (reply.ok)
          setSelected(
            (was) => reply.value.points.find(({ id }) => id === was?.id) ?? reply.value.points[0] ?? null,
          );
      });
    return () => {
      gone = true;
    };
  }, [file, revision]);

  const point = selected?.id ?? null;
  useEffect(() => {
    if (point === null) return undefined;
    let gone = false;
    void keeper()
      .call('restore.preview', { file, point })
      .then((reply) => {
        if (gone) return;
        setPreview(reply.ok ? reply.value : null);
        setProblem(reply.ok ? null : reply.problem);
      });
    return () => {
      gone = true;
    };
  }, [file, point, revision]);

  const earlier = useCallback(() => {
    const oldest = list?.points.filter(({ kind }) => kind === 'edit').at(-1);
    if (oldest === undefined) return;
    void keeper()
      .call('restore.points', { file, before: oldest.revision })
      .then((reply) => {
        if (!reply.ok) return setProblem(reply.problem);
        const known = new Set(list?.points.map(({ id }) => id));
        const points = [...(list?.points ?? []), ...reply.value.points.filter(({ id }) => !known.has(id))];
        setList({
          ...reply.value,
          damaged: list?.damaged ?? [],
          points: points.toSorted((a, b) => b.revision - a.revision),
        });
      });
  }, [file, list]);

  const restore = (): void => {
    if (selected === null || busy) return;
    setBusy(true);
    void keeper()
      .call('restore.apply', { file, point: selected.id })
      .then((reply) => {
        setBusy(false);
        if (!reply.ok) return setProblem(reply.problem);
        show(reply.value);
        if (file !== null) useView.setState({ recovering: null, screen: 'board', selection: [] });
        const text = `Restored: ${pointTitle(selected)}, revision ${selected.revision}.`;
        showToast({ text, undo: file === null });
        announce(text);
      });
  };

  const exportDamage = (item: KeptDamage): void => {
    void keeper()
      .call('restore.export', { file, item: item.id })
      .then((reply) => {
        if (reply.ok) takeWrittenFile(reply.value);
        else if (reply.problem.kind !== 'cancelled')
          showToast({ text: problemText(reply.problem), tone: 'error' });
      });
  };

  return {
    list,
    selected,
    preview: preview?.point.id === point ? preview : null,
    problem,
    busy,
    select: setSelected,
    earlier,
    restore,
    exportDamage,
  };
}
