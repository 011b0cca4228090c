import { year2024 } from './announced/year-2024.js';
import { year2025 } from './announced/year-2025.js';
import { year2026 } from './announced/year-2026.js';
import { forecastYear } from './forecast-year.js';
import { holidayCalendar } from './holiday-calendar.js';

/** The days off of state bodies in Việt Nam: announced years as data, the others forecast. */
export const vietnamCalendar = holidayCalendar([year2024, year2025, year2026], forecastYear);
