import type { NodeObject } from 'jsonld';
import { type LocalisedName, languages } from '#lib/platform';
import { ministryName } from '../procedure/page/ministry-name.js';
import type { ServiceRecord } from './service-record.js';

/** Namespaces of the vocabulary, by the prefixes that CPSV-AP writes them with. */
export const prefixes = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const authorityTable = 'http://publications.europa.eu/resource/authority';
const languageCodes = { vi: 'VIE', en: 'ENG', fr: 'FRA' };
/** Of ISO 8601, as far as it has them: a working day is none of its units. */
const durations: Record<string, (amount: number) => string> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  'calendar-days': (amount) => `P${amount}D`,
  weeks: (amount) => `P${amount * 7}D`,
  months: (amount) => `P${amount}M`,
  years: (amount) => `P${amount}Y`,
};

/**
 * A public service in the European Core Public Service Vocabulary (CPSV-AP 3.2) as JSON-LD: what it is, who decides,
 * what is handed in, what comes out, what it costs, how it is reached and on which law it stands. Every part has an
 * address below that of the procedure's page.
 */
export function cpsvAp(record: ServiceRecord, origin: string): NodeObject {
  const page = `${origin}/procedures/${record.code}`;
  const part = (kind: string, type: string, index: number, rest: object) => ({
    '@id': `${page}#${kind}-${index + 1}`,
    '@type': type,
    'dct:identifier': `${record.code}/${kind}/${index + 1}`,
    ...rest,
  });
  const [time, ...others] = record.times;
  const duration = others.length === 0 && time && durations[time.unit]?.(time.amount);
  const known = languages.filter((language) => record.title[language]);
  return {
    '@context': prefixes,
    '@id': page,
    '@type': 'cpsv:PublicService',
    'dct:identifier': record.code,
    'dct:title': inLanguages(record.title),
    'dct:description': inLanguages({ vi: record.officialTitle }),
    'dct:language': known.map((language) => ({
      '@id': `${authorityTable}/language/${languageCodes[language]}`,
    })),
    'dct:modified': { '@type': 'xsd:dateTime', '@value': record.changedAt },
    'cv:thematicArea': {
      '@id': `${origin}/procedures?field=${record.field.slug}`,
      '@type': 'skos:Concept',
      'skos:prefLabel': inLanguages({ vi: record.field.name }),
    },
    'cv:hasCompetentAuthority': deciding(record).map((name, index) =>
      part('authority', 'cv:PublicOrganisation', index, {
        'skos:prefLabel': inLanguages({ vi: name }),
        'cv:spatial': { '@id': `${authorityTable}/country/VNM` },
      }),
    ),
    'cpsv:hasInput': record.papers.map(({ name }, index) =>
      part('paper', 'cv:Evidence', index, { 'dct:title': inLanguages(name) }),
    ),
    'cpsv:produces': record.results.map((name, index) =>
      part('result', 'cv:Output', index, { 'dct:title': inLanguages(name) }),
    ),
    'cv:hasCost': record.fees.flatMap(({ title, amountDong, amountUsd }, index) => {
      const value = amountDong ?? amountUsd;
      if (value === undefined) return [];
      const currency = amountDong === undefined ? 'USD' : 'VND';
      return part('cost', 'cv:Cost', index, {
        'cv:value': { '@type': 'xsd:double', '@value': String(value) },
        'cv:currency': { '@id': `${authorityTable}/currency/${currency}` },
        ...(title && { 'dct:description': inLanguages(title) }),
      });
    }),
    ...(record.online && {
      'cv:hasChannel': {
        '@id': `${page}/start`,
        '@type': 'cv:Channel',
        'dct:identifier': `${record.code}/online`,
      },
    }),
    ...(duration && { 'cv:processingTime': { '@type': 'xsd:duration', '@value': duration } }),
    'cv:hasLegalResource': record.legalGrounds.map(({ number, title }, index) => ({
      '@id': `${page}#law-${index + 1}`,
      '@type': 'eli:LegalResource',
      'dct:identifier': number,
      ...(title && { 'dct:title': inLanguages({ vi: title }) }),
    })),
  };
}

function deciding({ authorities, ministry, levels }: ServiceRecord): string[] {
  if (authorities.length > 0) return authorities;
  return ministry ? [ministryName('vi', ministry)] : levels;
}

function inLanguages(text: LocalisedName) {
  return languages.flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : { '@language': language, '@value': value };
  });
}
