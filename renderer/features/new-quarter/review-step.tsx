import { worstFirst } from '../../../shared/planner/worst-first.ts';
import { standingText } from '../../../shared/words/fairness-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { openText, scoreWords } from '../../../shared/words/score-text.ts';
import { useFairness, useFindings } from '../../state/selectors.ts';
import { showScreen, showShifts } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { NextButton } from './next-button.tsx';
import { Facts } from './step-facts.tsx';

/** The score with what it may be taken for, what is open, and who is furthest from fair. */
export function ReviewStep() {
  const fairness = useFairness();
  const findings = useFindings();
  const { people } = useWorkspace();
  const { figure, meaning } = scoreWords(fairness);
  const hard = findings.filter(({ severity, accepted }) => severity === 'hard' && !accepted);
  const notes = findings.length - hard.length;
  const [furthest] = worstFirst(fairness.people, ({ person }) => people[person]?.position ?? 0);
  const name = furthest === undefined ? '' : (people[furthest.person]?.name ?? '');
  const open = openText(fairness);
  return (
    <>
      <Facts
        known={[
          `Score ${figure}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}.`,
          ...(furthest === undefined || !fairness.assessed
            ? []
            : [`Furthest from fair: ${name}, ${standingText(furthest).toLowerCase()}.`]),
          ...(notes === 0 ? [] : [`${counted(notes, 'note')} in the status bar.`]),
        ]}
        open={open === '' ? [] : [`${open}.`]}
      />
      <NextButton
        first={null}
        isLast={false}
        others={
          hard.length === 0 ? (
            <Button onPress={() => showScreen('board')}>Show the Board</Button>
          ) : (
            <Button onPress={() => showShifts(hard.map(({ shift }) => shift))}>Show what is open</Button>
          )
        }
      />
    </>
  );
}
