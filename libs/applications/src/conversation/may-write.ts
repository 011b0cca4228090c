import type { Application } from '../application/application.entity.js';

const dayMs = 86_400_000;
const daysAfterEnd = 30;

/**
 * Who may write about an application: both sides until it ends. For thirty days after, the citizen may ask about how
 * it ended; the agency no longer begins anything, it only answers what still waits for an answer.
 */
export function mayWrite(
  side: 'citizen' | 'officer',
  { waitsFor, changedAt }: Pick<Application, 'waitsFor' | 'changedAt'>,
  unanswered: boolean,
  now: Date,
): boolean {
  if (waitsFor !== 'nobody') return true;
  return side === 'officer' ? unanswered : now.getTime() - changedAt.getTime() < daysAfterEnd * dayMs;
}
