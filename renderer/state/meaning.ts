import type { WordId } from '../../shared/words/glossary.ts';
import { showHelp } from './help-store.ts';

interface Explained {
  readonly meaning: () => Promise<string>;
  readonly onPress: () => void;
}

/** What `ui/term.tsx` needs to explain a word: its meaning, fetched when it is asked for, and the way to all words. */
export const explained = (word: WordId): Explained => ({
  meaning: async () => (await import('../../shared/words/glossary.ts')).glossary[word].meaning,
  onPress: () => showHelp('words'),
});
