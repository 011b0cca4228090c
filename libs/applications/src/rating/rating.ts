import { type Platform, Refusal, seal, type Tx, unseal } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

/** Letters the words of a rating may have. */
export const longestRating = 1000;
const dayMs = 86_400_000;
/** For how long a rating can be changed, from the day it was given. */
const changeableDays = 7;
/** Processed, returned: the agency gave a result. What was withdrawn or not accepted is not rated. */
const withResult = [9, 10];

/** How an applicant found the handling: 1 very bad to 5 very good, and why. */
export interface Rating {
  stars: number;
  /** '' for none. */
  words: string;
  ratedAt: Date;
}

/** Whether an application has come to a result that can be rated. */
export function isRateable({ waitsFor, status }: Pick<Application, 'waitsFor' | 'status'>): boolean {
  return waitsFor === 'nobody' && withResult.includes(status);
}

/** Whether a rating can still be changed. */
export function isChangeable({ ratedAt }: Pick<Rating, 'ratedAt'>, now: Date): boolean {
  return now.getTime() - ratedAt.getTime() < changeableDays * dayMs;
}

/** The rating of an application, or undefined. */
export async function ratingOf(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<Rating | undefined> {
  const [row]: { stars: number; words_sealed: string; rated_at: Date }[] = await tx.query(
    'SELECT stars, words_sealed, rated_at FROM applications.rating WHERE application_id = $1',
    [applicationId],
  );
  return row && { stars: row.stars, words: openWords(platform, applicationId, row), ratedAt: row.rated_at };
}

/** Opens the words of a rating. */
export function openWords(
  platform: Platform,
  applicationId: string,
  { words_sealed }: { words_sealed: string },
): string {
  return unseal(platform.config.secrets.encryptionKey, place(applicationId), words_sealed);
}

/**
 * Keeps how the applicant found it; another opinion within seven days changes it. Refuses 'not-yet-rateable' (409) before
 * there is a result, and 'rating-stands' (409) after the seven days.
 */
export async function rate(
  tx: Tx,
  platform: Platform,
  application: Application,
  { stars, words }: Pick<Rating, 'stars' | 'words'>,
): Promise<void> {
  if (!isRateable(application)) throw new Refusal('not-yet-rateable', 409);
  const held = await ratingOf(tx, platform, application.id);
  if (held?.stars === stars && held.words === words) return;
  const now = platform.clock.now();
  const changed: unknown[] = await tx.query(
    `INSERT INTO applications.rating AS held (application_id, agency_id, stars, words_sealed, rated_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (application_id) DO UPDATE SET stars = $3, words_sealed = $4, changed_at = $5
      WHERE held.rated_at > $6
     RETURNING 1`,
    [
      application.id,
      application.agencyId,
      stars,
      seal(platform.config.secrets.encryptionKey, place(application.id), words),
      now,
      new Date(now.getTime() - changeableDays * dayMs),
    ],
  );
  if (changed.length === 0) throw new Refusal('rating-stands', 409);
}

const place = (applicationId: string) => `rating:words:${applicationId}` as const;
