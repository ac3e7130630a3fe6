import { useMemo } from 'react';
import type { Image } from '../../../shared/model/image.ts';
import { imageAddress } from '../../../shared/runbooks/images.ts';
import type { InnerContent } from '../../../shared/runbooks/markdown.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

const none: readonly Image[] = [];

/**
 * The pictures and runbooks that a text may name.
 *
 * @param drafts pictures that are not saved yet
 */
export function useInnerContent(drafts: readonly Image[] = none): InnerContent {
  const { images, runbooks } = useWorkspace();
  return useMemo(() => {
    const kept = new Map<string, Image>([...Object.values(images), ...drafts].map((it) => [it.id, it]));
    const known = new Set<string>(Object.keys(runbooks));
    return {
      image: (id) => {
        const image = kept.get(id);
        return image === undefined ? null : imageAddress(image);
      },
      hasRunbook: (id) => known.has(id),
    };
  }, [images, runbooks, drafts]);
}
