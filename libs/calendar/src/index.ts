export { checkDeadlineRule } from './check-deadline-rule.js';
export { closingOf } from './closing-of.js';
export { type DeadlineRule, longestExtension, termOf } from './deadline-rule.js';
export type { CountedDay, DayReason, Due } from './due.js';
export { dueAfterExtension } from './due-after-extension.js';
export { dueAfterSuspension } from './due-after-suspension.js';
export { dueFrom } from './due-from.js';
export { deadlineWords, explainDue, extensionWords } from './explain-due.js';
export { formatDate, formatDateTime, formatTime } from './format-date.js';
export { type CalendarYear, type DayOff, type HolidayCalendar, holidayCalendar } from './holiday-calendar.js';
export type { LegalDate } from './legal-day.js';
export {
  type OfficeHours,
  type OfficeWeek,
  officeHours,
  usualOfficeHours,
  usualOfficeWeek,
} from './office-hours.js';
export { vietnamCalendar } from './vietnam-calendar.js';
export { workingDayBefore } from './working-day-before.js';
