import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tooltip } from './tooltip.tsx';

interface Props {
  readonly children: ReactNode;
  /** Fetches what the word means, when somebody first asks: the words are no part of what loads first. */
  readonly meaning: () => Promise<string>;
  /** Opens the list of all words. */
  readonly onPress: () => void;
}

/** A word of the trade, dotted beneath: hover and focus say what it means, a press opens the help at all of them. */
export function Term({ children, meaning, onPress }: Props) {
  const [text, setText] = useState('');
  const ask = (): void => {
    if (text === '') void meaning().then(setText);
  };
  return (
    <Tooltip text={text}>
      <Button
        onPress={onPress}
        onHoverStart={ask}
        onFocus={ask}
        className="cursor-help rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:decoration-solid"
      >
        {children}
      </Button>
    </Tooltip>
  );
}
