import type { Instant, LocalDate, LocalDateTime } from '../model/dates.ts';

/** `20270104T090000`. */
export const compactWall = (moment: LocalDateTime): string => `${moment.replace(/[-:]/g, '')}00`;

/** `20270104`. */
export const compactDay = (day: LocalDate): string => day.replaceAll('-', '');

/** `20270104T080000Z`. */
export const compactInstant = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
