/**
 * A second reading of on-call-rostering files and a second count of their rosters, written from the description of the model
 * alone and sharing no line with what it judges. Days and staff count from 1 throughout.
 */
export interface Judged {
  readonly broken: readonly string[];
  readonly objective: number;
}

function list(text: string, name: string): string[] {
  const body = new RegExp(`\\b${name}\\s*=\\s*\\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
  return name === 'work_load' ? body.split(',').filter((one) => one.trim() !== '') : [...body.matchAll(/\{([^}]*)\}/g)].map((one) => one[1] ?? '');
}

const numbers = (text: string): number[] => text.split(',').filter((one) => one.trim() !== '').map(Number);

export function judgeRoster(file: string, assignment: readonly number[]): Judged {
  const text = file.replace(/%.*/g, '');
  const int = (name: string): number => Number(new RegExp(`\\b${name}\\s*=\\s*(-?\\d+)`).exec(text)?.[1]);
  const [staff, days, offset] = [int('num_staff'), int('num_days'), int('weekend_offset')];
  const share = list(text, 'work_load').map(Number);
  const away = list(text, 'unavailable').map(numbers);
  const wanted = list(text, 'fixed').map(numbers);
  const fixed = new Set(wanted.flat());
  const on = (day: number): number | undefined => assignment[day - 1];
  const broken: string[] = [];
  if (assignment.length !== days) broken.push(`${assignment.length} days of ${days}`);
  const weekends: number[] = [];
  for (let day = offset + 1; day <= days; day += 5) weekends.push(day);

  for (let day = 1; day <= days; day++) {
    const who = on(day) ?? 0;
    if (!Number.isInteger(who) || who < 1 || who > staff) broken.push(`day ${day}: ${who} is nobody`);
    if (away[who - 1]?.includes(day)) broken.push(`day ${day}: ${who} is unavailable`);
    wanted.forEach((own, one) => {
      if (own.includes(day) && who !== one + 1) broken.push(`day ${day}: fixed for ${one + 1}`);
    });
    const three = [day, day + 1, day + 2];
    if (day <= days - 2 && on(day) === on(day + 1) && on(day) === on(day + 2) && !three.every((one) => fixed.has(one))) broken.push(`day ${day}: three in a row`);
  }
  for (const weekend of weekends) {
    const beside = [weekend - 1, weekend + 1].filter((day) => day >= 1 && day <= days);
    const waived = [weekend, ...beside].every((day) => fixed.has(day));
    if (!waived && beside.some((day) => on(day) === on(weekend))) broken.push(`day ${weekend}: a neighbour of the weekend`);
    const next = weekend + 5;
    if (next <= days && on(next) === on(weekend) && !(fixed.has(weekend) && fixed.has(next))) broken.push(`day ${weekend}: two weekends`);
  }

  let objective = 0;
  for (let day = 1; day <= days - 2; day++) if (on(day) === on(day + 1)) objective += int('adj_days_str');
  for (const weekend of weekends) if (weekend > 2 && on(weekend) === on(weekend - 2)) objective += int('wed_before_weekend_str');
  for (const kind of [true, false]) {
    let worst = 0;
    const count = (who: number): number => assignment.filter((one, at) => one === who && weekends.includes(at + 1) === kind).length;
    for (let one = 1; one <= staff; one++) {
      for (let other = 1; other <= staff; other++) {
        worst = Math.max(worst, Math.ceil(Math.abs((share[one - 1] ?? 0) * count(other) - (share[other - 1] ?? 0) * count(one)) / 100));
      }
    }
    objective += worst;
  }
  return { broken, objective };
}
