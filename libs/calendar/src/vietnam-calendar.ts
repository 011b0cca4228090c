import { year2026 } from './announced/year-2026.js';
import { forecastYear } from './forecast-year.js';
import { holidayCalendar } from './holiday-calendar.js';

/** The days off of state bodies in Việt Nam: announced years as data, the others forecast. */
export const vietnamCalendar = holidayCalendar([year2026], forecastYear);
