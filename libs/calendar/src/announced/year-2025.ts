import { forecastYear } from '../forecast-year.js';
import type { CalendarYear } from '../holiday-calendar.js';
import { holidayNames as names, swappedFor } from '../holiday-names.js';

/** 2025, for state bodies: the days of the Code, and one swap. */
export const year2025: CalendarYear = {
  ...forecastYear(2025),
  basis: 'announced',
  source: 'Labour Code 2019, arts 111(3) and 112; the swap as reported by vietnamplus.vn',
  swaps: [
    {
      off: '2025-05-02',
      worked: '2025-04-26',
      name: swappedFor(names.labour),
      announcedOn: '2024-12-03',
      source: 'vietnamplus.vn, post1033115; that it was announced on 3/12/2024 is from memory',
    },
  ],
};
