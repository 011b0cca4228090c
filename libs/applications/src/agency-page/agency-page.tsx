import { type OfficeHours, usualOfficeHours } from '#lib/calendar';
import type { HandledProcedure } from '#lib/catalogue';
import { type Agency, agencyName, places } from '#lib/organisations';
import type { Language } from '#lib/platform';
import {
  CodeText,
  Details,
  type Fact,
  Facts,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
} from '#lib/web';
import { type AgencyFigures, fewest, mostOpen } from './agency-figures.js';
import { texts } from './texts.js';

interface AgencyPageProps {
  context: PageContext;
  agency: Agency;
  above: Agency | undefined;
  hours: OfficeHours;
  figures: AgencyFigures;
  procedures: HandledProcedure[];
}

/** One agency: how it handles what is filed there, when it is open, and what is filed there. */
export function AgencyPage({ context, agency, above, hours, figures, procedures }: AgencyPageProps) {
  const { language } = context;
  const t = texts(language);
  const { provinceCode, communeCode, unitCode } = agency;
  const place = [
    ...(communeCode ? [places.communeName(communeCode, language)] : []),
    ...(provinceCode ? [places.provinceName(provinceCode, language)] : []),
  ].join(', ');
  const name = agencyName(agency, language);
  return (
    <SitePage
      context={context}
      title={name}
      back={
        provinceCode
          ? {
              href: `/agencies?province=${provinceCode}`,
              text: t('in-province', { place: places.provinceName(provinceCode, language) }),
            }
          : { href: '/agencies', text: t('all') }
      }
    >
      <PageHeading>{name}</PageHeading>
      <h2>{t('figures')}</h2>
      <Facts facts={figureFacts(language, figures)} />
      {Math.min(figures.withResult, figures.ratings) < fewest && (
        <p class="secondary">{t('too-few-note', { fewest })}</p>
      )}
      <h2>{t('hours')}</h2>
      <SummaryList
        rows={alikeDays(hours).map(({ first, last }) => ({
          key: [...new Set([first, last])].map((day) => weekdayName(language, day)).join(' – '),
          value: hours[first]?.map(spanWords).join(' · ') || t('closed'),
        }))}
      />
      {hours === usualOfficeHours && <p class="secondary">{t('hours-assumed')}</p>}
      <SummaryList
        rows={[
          ...(place ? [{ key: t('place'), value: place }] : []),
          { key: t('code'), value: <CodeText>{unitCode}</CodeText> },
          ...(above
            ? [
                {
                  key: t('above'),
                  value: <a href={`/agencies/${above.unitCode}`}>{agencyName(above, language)}</a>,
                },
              ]
            : []),
        ]}
      />
      <h2>{t('procedures')}</h2>
      {procedures.length === 0 && <p>{t('procedures-none')}</p>}
      {byField(procedures).map(([field, handled]) => (
        <Details summary={t('in-field', { field, count: handled.length })}>
          <ul class="govuk-list govuk-list--bullet">
            {handled.map(({ code, title }) => (
              <li>
                <a href={`/procedures/${code}`} lang={typeof title === 'string' ? 'vi' : undefined}>
                  {typeof title === 'string' ? title : title[language]}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </SitePage>
  );
}

/** The figures in words; what is said of too few might be told of somebody. */
function figureFacts(language: Language, figures: AgencyFigures): Fact[] {
  const t = texts(language);
  const number = (value: number, most = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: most }).format(value);
  const { open, withResult, inTime, medianMs, ratings, averageStars } = figures;
  const tooFew = { value: t('too-few') };
  return [
    {
      term: t('open'),
      value: open > mostOpen ? t('open-more', { count: number(mostOpen) }) : t('open-value', { count: open }),
    },
    {
      term: t('in-time'),
      ...(withResult < fewest
        ? tooFew
        : {
            value: new Intl.NumberFormat(language, { style: 'percent' }).format(
              Math.floor((100 * inTime) / withResult) / 100,
            ),
            note: t('in-time-note', { count: withResult }),
          }),
    },
    {
      term: t('usual'),
      ...(withResult < fewest || medianMs === null
        ? tooFew
        : { value: timeWords(language, medianMs), note: t('usual-note') }),
    },
    {
      term: t('rating'),
      ...(ratings < fewest || averageStars === null
        ? tooFew
        : {
            value: t('rating-value', { stars: number(averageStars, 1) }),
            note: t('rating-note', { count: ratings }),
          }),
    },
  ];
}

function timeWords(language: Language, ms: number): string {
  const t = texts(language);
  const hours = Math.round(ms / 3_600_000);
  if (hours < 1) return t('usual-short');
  return hours < 24 ? t('usual-hours', { count: hours }) : t('usual-days', { count: Math.round(hours / 24) });
}

/** Days that follow each other with the same hours; Monday is 0. */
function alikeDays(hours: OfficeHours): { first: number; last: number }[] {
  const found: { first: number; last: number; said: string }[] = [];
  for (const [day, spans] of hours.entries()) {
    const before = found.at(-1);
    const said = JSON.stringify(spans);
    if (before?.said === said) before.last = day;
    else found.push({ first: day, last: day, said });
  }
  return found;
}

/** Monday is 0: 5 January 1970 was one. */
function weekdayName(language: Language, day: number): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(1970, 0, 5 + day)),
  );
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function spanWords({ fromMs, toMs }: OfficeHours[number][number]): string {
  return [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(11, 16)).join(' – ');
}

function byField(procedures: HandledProcedure[]): [string, HandledProcedure[]][] {
  const fields = new Map<string, HandledProcedure[]>();
  for (const each of procedures) fields.set(each.field, [...(fields.get(each.field) ?? []), each]);
  return [...fields];
}
