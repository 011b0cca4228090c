import { checkReport } from '#lib/catalogue';

/** `npm run form:check -- CODE [LANGUAGE]`: what is wrong with a shipped definition, and its examples filled in. */
const [code = '', language] = process.argv.slice(2);
const { lines, right } = checkReport(
  code,
  new Date().toISOString().slice(0, 10),
  language === 'en' || language === 'fr' ? language : 'vi',
);
console.log(lines.join('\n'));
if (!right) process.exitCode = 1;
