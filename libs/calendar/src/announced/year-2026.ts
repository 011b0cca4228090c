import type { CalendarYear } from '../holiday-calendar.js';
import { holidayNames as names, madeGood, swappedFor } from '../holiday-names.js';

/** 2026, for state bodies. */
export const year2026: CalendarYear = {
  year: 2026,
  basis: 'announced',
  source:
    'Official notices as reported: New Year and its swap, 24h.com.vn of 25/12/2025; Tết, vietnammedia.vnanet.vn; National Day, thanhnien.vn; Hùng Kings, 30/4 and 1/5 after Labour Code 2019 art 112',
  holidays: [
    { date: '2026-01-01', name: names.newYear },
    { date: '2026-02-16', name: names.tet },
    { date: '2026-02-17', name: names.tet },
    { date: '2026-02-18', name: names.tet },
    { date: '2026-02-19', name: names.tet },
    { date: '2026-02-20', name: names.tet },
    { date: '2026-04-26', name: names.hungKings },
    { date: '2026-04-27', name: madeGood(names.hungKings), inLieuOf: '2026-04-26' },
    { date: '2026-04-30', name: names.reunification },
    { date: '2026-05-01', name: names.labour },
    { date: '2026-09-01', name: names.national },
    { date: '2026-09-02', name: names.national },
  ],
  swaps: [
    {
      off: '2026-01-02',
      worked: '2026-01-10',
      name: swappedFor(names.newYear),
      announcedOn: '2025-12-25',
      source: '24h.com.vn of 25/12/2025',
    },
    {
      off: '2026-08-31',
      worked: '2026-08-22',
      name: swappedFor(names.national),
      source:
        'The five days 29/8 to 2/9 are published (thanhnien.vn); that Saturday 22/8 is the day worked is from memory',
      assumed: true,
    },
  ],
  notInForce: [
    {
      date: '2026-11-24',
      name: {
        vi: 'Ngày Văn hóa Việt Nam',
        en: 'Vietnam Culture Day',
        fr: 'Journée de la culture vietnamienne',
      },
      why: 'Politburo Resolution 80 (January 2026) asks for it; no text putting it into Labour Code art 112 was found, so it counts as a working day',
    },
  ],
};
