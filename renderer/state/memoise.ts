/**
 * Remembers the last few answers of a pure function by the identity of its arguments. Several parts of the window ask the
 * same question of the same workspace; it is worked out once.
 */
export function memoise<Arguments extends readonly unknown[], Answer>(
  question: (...parts: Arguments) => Answer,
  kept = 4,
): (...parts: Arguments) => Answer {
  let answers: readonly { readonly parts: Arguments; readonly answer: Answer }[] = [];
  return (...parts) => {
    const known = answers.find((entry) => entry.parts.every((part, index) => Object.is(part, parts[index])));
    if (known) return known.answer;
    const answer = question(...parts);
    answers = [{ parts, answer }, ...answers].slice(0, kept);
    return answer;
  };
}
