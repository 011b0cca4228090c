import { type Language, say } from '#lib/platform';
import type { ServiceDescription } from './service-record.js';

/** A procedure in the words of schema.org, for those who look for it elsewhere first; within its page. */
export function governmentService(record: ServiceDescription, language: Language, origin: string): object {
  const url = `${origin}/procedures/${record.code}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: say(record.title, language),
    serviceType: record.field.name,
    identifier: record.code,
    areaServed: { '@type': 'Country', name: 'Việt Nam' },
    ...(record.authorities.length > 0 && {
      provider: record.authorities.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    }),
    ...(record.online &&
      !record.withdrawn && {
        availableChannel: { '@type': 'ServiceChannel', serviceUrl: `${url}/start` },
      }),
    serviceOutput: record.results.map((result) => ({ '@type': 'Thing', name: say(result, language) })),
  };
}
