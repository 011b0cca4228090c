import { defineRefusalTexts, refusalWords } from './refusal-texts.js';

const slow = { 'test-slow': 'Slow', 'test-slow.help': '{{wait}}' };
defineRefusalTexts({ vi: slow, en: slow, fr: slow });

test.each([
  [1, '1 giây', '1 second', '1 seconde'],
  [120, '120 giây', '120 seconds', '120 secondes'],
  [121, '3 phút', '3 minutes', '3 minutes'],
  [7200, '120 phút', '120 minutes', '120 minutes'],
  [86_400, '24 giờ', '24 hours', '24 heures'],
])('%i seconds to wait are told in words people count in, never too few', (seconds, vi, en, fr) => {
  const words = (['vi', 'en', 'fr'] as const).map((language) =>
    refusalWords('test-slow', language, { seconds })?.help.replaceAll('\u00a0', ' '),
  );
  expect(words).toEqual([vi, en, fr]);
});
