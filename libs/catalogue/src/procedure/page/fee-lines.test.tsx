import { renderToString } from 'preact-render-to-string';
import { shippedDefinition } from '../../definition/load-definitions.js';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { FeeLines } from './fee-lines.js';

const words = (vi: string) => ({ vi, en: vi, fr: vi });
const definition: ServiceDefinition = {
  ...(shippedDefinition('1.001193') as ServiceDefinition),
  fee: {
    lines: [
      { title: words('Thu một nửa'), amountDong: 15_000, validUntil: '2026-12-31' },
      { title: words('Thu đủ'), amountDong: 30_000, validFrom: '2027-01-01' },
    ],
  },
};
const shownOn = (today: string) =>
  renderToString(<FeeLines language="vi" definition={definition} today={today} />).replace(/<[^>]+>/g, ' ');

test('what a fee is now, until when, and what it is from then on', () => {
  const before = shownOn('2026-12-31');
  expect(before).toMatch(/Thu một nửa\s+Hồ sơ nộp đến hết ngày 31\/12\/2026/);
  expect(before).toMatch(/Thu đủ\s+Hồ sơ nộp từ ngày 01\/01\/2027/);
  const after = shownOn('2027-01-01');
  expect(after).not.toContain('Thu một nửa');
  expect(after).not.toContain('Hồ sơ nộp');
  expect(after).toContain('Thu đủ');
});
