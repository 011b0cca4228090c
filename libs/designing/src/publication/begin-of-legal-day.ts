import { legalDate } from '#lib/platform';

/** The instant at which a legal day, YYYY-MM-DD, begins in Việt Nam, which has no summer time. */
export const beginOfLegalDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** The legal day after the one of an instant, YYYY-MM-DD. */
export const nextLegalDay = (instant: Date): string => legalDate(new Date(instant.getTime() + 86_400_000));
