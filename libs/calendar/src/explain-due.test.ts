import { languages } from '#lib/platform';
import {
  deadlineWords,
  type DeadlineRule,
  dueAfterExtension,
  dueAfterSuspension,
  dueFrom,
  explainDue,
  officeHours,
  usualOfficeWeek,
  vietnamCalendar,
} from './index.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const bare = (texts: Record<string, string>) =>
  [...new Set(Object.keys(texts).map((key) => key.replace(/_(one|many|other)$/, '')))].toSorted();
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);
const explained = (rule: DeadlineRule, start: string) => dueFrom(rule, at(start), vietnamCalendar);

it('tells a citizen the reckoning in Vietnamese', () => {
  const due = explained({ workingDays: 3, onSupplement: 'restart' }, '2026-04-28 10:05');
  expect(explainDue('vi', due)).toEqual([
    'Thời hạn giải quyết: 3 ngày làm việc.',
    'Thời điểm bắt đầu: 10:05 thứ Ba 28/04/2026.',
    'Không tính ngày đầu tiên của thời hạn, thứ Ba 28/04/2026 (Bộ luật Dân sự 2015, Điều 147).',
    'Tính ngày làm việc thứ 1: thứ Tư 29/04/2026.',
    'Không tính thứ Năm 30/04/2026: Ngày Chiến thắng 30/4.',
    'Không tính thứ Sáu 01/05/2026: Ngày Quốc tế Lao động 1/5.',
    'Không tính từ thứ Bảy 02/05/2026 đến hết Chủ nhật 03/05/2026: ngày nghỉ hằng tuần.',
    'Tính các ngày làm việc từ thứ 2 đến thứ 3: từ thứ Hai 04/05/2026 đến hết thứ Ba 05/05/2026.',
    'Hạn giải quyết: 17:00 thứ Ba 05/05/2026.',
  ]);
});

it('names the day a worked Saturday stands for', () => {
  const due = explained({ workingDays: 2, onSupplement: 'restart' }, '2026-08-20 09:00');
  expect(explainDue('en', due)).toContain(
    'Working day 2 is Saturday 22/08/2026, worked in place of Monday 31/08/2026.',
  );
});

it('says when a last day moves', () => {
  const due = explained({ calendarDays: 16, onSupplement: 'restart' }, '2026-01-31 09:00');
  expect(explainDue('fr', due)).toEqual([
    'Délai de traitement : 16 jours.',
    'Point de départ : samedi 31/01/2026 à 09 h 00.',
    'Le premier jour n’est pas compté : samedi 31/01/2026 (Code civil de 2015, article 147).',
    'Jours nº 1 à 16 : du dimanche 01/02/2026 au lundi 16/02/2026.',
    'Non compté : du mardi 17/02/2026 au vendredi 20/02/2026, Nouvel An lunaire (Têt).',
    'Non compté : du samedi 21/02/2026 au dimanche 22/02/2026, week-end.',
    'Le dernier jour n’est pas travaillé ; l’échéance est reportée au lundi 23/02/2026 (Code civil de 2015, article 148).',
    'Échéance : lundi 23/02/2026 à 17 h 00.',
  ]);
});

it('says why a Saturday on which the office opens does not count, and when it does', () => {
  const hours = officeHours({ ...usualOfficeWeek, saturday: ['07:30-11:30'] });
  const friday = at('2026-11-20 16:00');
  const days = dueFrom({ workingDays: 1, onSupplement: 'restart' }, friday, vietnamCalendar, hours);
  expect(explainDue('vi', days)).toContain(
    'Không tính thứ Bảy 21/11/2026: cơ quan có mở cửa để nhận hồ sơ và trả kết quả, nhưng thứ Bảy vẫn là ngày nghỉ hằng tuần (Bộ luật Dân sự 2015, Điều 148).',
  );
  expect(explainDue('vi', days)).toContain('Không tính Chủ nhật 22/11/2026: ngày nghỉ hằng tuần.');
  const counted = dueFrom(
    { workingHours: 4, openSaturdays: 'count', onSupplement: 'restart' },
    friday,
    vietnamCalendar,
    hours,
  );
  expect(explainDue('en', counted)).toEqual([
    'Time allowed: 4 working hours.',
    'It starts at 16:00 on Friday 20/11/2026.',
    '1 working hour is counted on Friday 20/11/2026.',
    '3 working hours are counted on Saturday 21/11/2026, a Saturday on which the office opens; this procedure counts those hours.',
    'It is due by 10:30 on Saturday 21/11/2026.',
  ]);
});

it('says by how much it was put off, and counts on', () => {
  const due = explained({ workingDays: 2, onSupplement: 'restart' }, '2026-11-16 09:00');
  expect(explainDue('vi', dueAfterExtension(due.rule, due, 1, vietnamCalendar))).toEqual([
    'Thời hạn giải quyết: 2 ngày làm việc.',
    'Thời hạn được gia hạn thêm 1 ngày làm việc; trước khi gia hạn, hạn là 17:00 thứ Tư 18/11/2026.',
    'Thời điểm bắt đầu: 09:00 thứ Hai 16/11/2026.',
    'Không tính ngày đầu tiên của thời hạn, thứ Hai 16/11/2026 (Bộ luật Dân sự 2015, Điều 147).',
    'Tính các ngày làm việc từ thứ 1 đến thứ 3: từ thứ Ba 17/11/2026 đến hết thứ Năm 19/11/2026.',
    'Hạn giải quyết: 17:00 thứ Năm 19/11/2026.',
  ]);
});

it('counts hours day by day', () => {
  const due = explained({ workingHours: 18.5, onSupplement: 'restart' }, '2026-11-17 16:00');
  expect(explainDue('en', due)).toEqual([
    'Time allowed: 18.5 working hours.',
    'It starts at 16:00 on Tuesday 17/11/2026.',
    '1 working hour is counted on Tuesday 17/11/2026.',
    '8 working hours are counted on each day, Wednesday 18/11/2026 to Thursday 19/11/2026.',
    '1.5 working hours are counted on Friday 20/11/2026.',
    'It is due by 09:00 on Friday 20/11/2026.',
  ]);
});

it('tells of a late filing, of a same-day procedure and of a forecast year', () => {
  const late = explained(
    { workingDays: 0, filedAfter15h: 'next-working-day', onSupplement: 'restart' },
    '2026-12-31 15:00',
  );
  expect(explainDue('en', late)).toEqual([
    'Time allowed: within the working day.',
    'It starts at 15:00 on Thursday 31/12/2026.',
    'The application arrived after receiving hours on Thursday 31/12/2026, so it passes to the next working day.',
    'Not counted: Friday 01/01/2027, New Year’s Day.',
    'Not counted: Saturday 02/01/2027 to Sunday 03/01/2027, weekend.',
    'It is handled within the day, Monday 04/01/2027.',
    'It is due by 17:00 on Monday 04/01/2027.',
    'The public holidays of 2027 have not been announced yet. This date uses a forecast and may change.',
  ]);
});

it('tells of a clock that stood still', () => {
  const rule: DeadlineRule = { workingDays: 2, onSupplement: 'suspend' };
  const due = explained(rule, '2026-11-16 09:00');
  const later = dueAfterSuspension(
    rule,
    due,
    at('2026-11-18 09:00'),
    at('2026-11-25 09:00'),
    vietnamCalendar,
  );
  expect(explainDue('vi', later).slice(3)).toEqual([
    'Tính các ngày làm việc từ thứ 1 đến thứ 2: từ thứ Ba 17/11/2026 đến hết thứ Tư 18/11/2026.',
    'Không tính từ thứ Năm 19/11/2026 đến hết thứ Ba 24/11/2026: thời hạn tạm dừng.',
    'Thời hạn không còn ngày nào nên kết thúc trong ngày được tính tiếp, thứ Tư 25/11/2026.',
    'Hạn giải quyết: 17:00 thứ Tư 25/11/2026.',
  ]);
});

it('says a term in words', () => {
  expect(deadlineWords('vi', { workingDays: 5, onSupplement: 'restart' })).toBe('5 ngày làm việc');
  expect(deadlineWords('vi', { workingHours: 4.5, onSupplement: 'restart' })).toBe('4,5 giờ làm việc');
  expect(deadlineWords('en', { calendarDays: 1, onSupplement: 'restart' })).toBe('1 day');
  expect(deadlineWords('fr', { months: 2, onSupplement: 'restart' })).toBe('2 mois');
});

it('has every sentence in every language, with nothing left to fill in', () => {
  expect(bare(en)).toEqual(bare(vi));
  expect(bare(fr)).toEqual(bare(vi));
  const rules: DeadlineRule[] = [
    { workingDays: 12, onSupplement: 'restart' },
    { calendarDays: 30, filedAfter15h: 'next-working-day', onSupplement: 'restart' },
    { workingHours: 30, onSupplement: 'restart' },
    { months: 2, onSupplement: 'restart' },
  ];
  for (const language of languages) {
    for (const rule of rules) {
      for (const start of ['2026-01-01 10:00', '2026-02-13 16:00', '2026-04-24 12:00', '2026-08-20 09:00']) {
        const sentences = explainDue(language, explained(rule, start));
        for (const sentence of sentences) {
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/\{|undefined|[a-z]+-[a-z]+-day/);
        }
      }
    }
  }
});
