const known = new Map<string, boolean>();

/** Whether the engine has this IANA zone. Remembered: files name the same few over and over. */
export function isZone(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    try {
      answer = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      answer = false; // No zone: that is the answer.
    }
    if (known.size > 2_000) known.clear();
    known.set(name, answer);
  }
  return answer;
}
