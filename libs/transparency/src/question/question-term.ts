import type { DeadlineRule } from '#lib/calendar';

/**
 * How long an agency has to answer. Law 91/2025/QH15 and Decree 356/2025 name 15 days for requests to withdraw,
 * restrict or object; that a question about an access has the same term is an assumption.
 */
export const questionTerm: DeadlineRule = { calendarDays: 15, onSupplement: 'restart' };
