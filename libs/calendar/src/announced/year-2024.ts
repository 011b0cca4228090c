import { forecastYear } from '../forecast-year.js';
import type { CalendarYear } from '../holiday-calendar.js';
import { holidayNames as names, swappedFor } from '../holiday-names.js';

/** 2024, for state bodies: the days of the Code, and one swap. */
export const year2024: CalendarYear = {
  ...forecastYear(2024),
  basis: 'announced',
  source: 'Labour Code 2019, arts 111(3) and 112; the swap: dispatch 2450/VPCP-KGVX of 12/4/2024',
  swaps: [
    {
      off: '2024-04-29',
      worked: '2024-05-04',
      name: swappedFor(names.reunification),
      announcedOn: '2024-04-12',
      source: 'Dispatch 2450/VPCP-KGVX of the Government Office (baotintuc.vn of 12/4/2024)',
    },
  ],
};
