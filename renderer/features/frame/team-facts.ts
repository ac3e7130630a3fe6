import { readName, readZone } from '../../../shared/exchange/people-fields.ts';
import type { About } from '../../../shared/model/workspace.ts';

/** What the team is called and where it sits, as it is typed and chosen. */
export interface TeamFacts {
  readonly name: string;
  readonly zone: string;
  readonly region: string | null;
}

export type TeamFactsErrors = Readonly<Partial<Record<'name' | 'zone', string>>>;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The facts as the plan keeps them, or what is wrong with them, by field. The id and the day of its making stay. */
export function aboutOfFacts({ name, zone, region }: TeamFacts, before: About): About | TeamFactsErrors {
  const readings = { name: readName(name), zone: readZone(zone) };
  if (readings.name.ok && readings.zone.ok)
    return { ...before, name: readings.name.value, zone: readings.zone.value, region };
  return {
    ...(readings.name.ok ? {} : { name: `${capital(readings.name.reason)}.` }),
    ...(readings.zone.ok ? {} : { zone: `${capital(readings.zone.reason)}.` }),
  };
}

export const isAbout = (answer: About | TeamFactsErrors): answer is About => 'id' in answer;
