import { expect, test } from 'vitest';
import { hardRules, softRules } from '../../../shared/model/rules.ts';
import { ruleLines } from '../../../shared/words/rule-text.ts';

test('hard rules are always kept, soft ones have a price, and none is left out', () => {
  const kinds = (kind: 'always' | 'priced') =>
    ruleLines().flatMap((rule) => (rule.kind === kind ? [rule.id] : []));
  expect(kinds('always').sort()).toEqual([...hardRules].sort());
  expect(kinds('priced').sort()).toEqual([...softRules].sort());
});
