import { defineRefusalTexts, Refusal } from '#lib/platform';
import { procedureCode } from '../procedure/procedure-code.js';
import type { EntryFilter } from './catalogue-entries.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi, en, fr });

const usual = 50;
const most = 200;

/**
 * What `GET /api/v1/procedures` was asked for: `after` (a code), `field` (a slug), `changedSince` (an instant, RFC 3339)
 * and `limit` (1 to 200). Refuses anything else, by name (`api-query`, 400).
 */
export function readEntryQuery(asked: Record<string, unknown>): Omit<EntryFilter, 'order' | 'code'> {
  for (const name of Object.keys(asked)) if (!Object.hasOwn(readers, name)) throw refused(name);
  const read = <Name extends keyof typeof readers>(name: Name) => {
    const value = asked[name];
    if (value === undefined) return undefined;
    const found = typeof value === 'string' ? readers[name](value) : undefined;
    if (found === undefined) throw refused(name);
    return found as ReturnType<(typeof readers)[Name]>;
  };
  const [after, field, changedSince] = [read('after'), read('field'), read('changedSince')];
  return {
    limit: read('limit') ?? usual,
    ...(after && { after }),
    ...(field && { field }),
    ...(changedSince && { changedSince }),
  };
}

const readers = {
  after: (text: string) => (procedureCode.test(text) ? text : undefined),
  field: (text: string) => (/^[a-z0-9-]{1,120}$/.test(text) ? text : undefined),
  changedSince: (text: string) => {
    const instant = new Date(text);
    const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
    return written && !Number.isNaN(instant.getTime()) ? instant : undefined;
  },
  limit: (text: string) => (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= most ? Number(text) : undefined),
};

function refused(name: string): Refusal {
  return new Refusal('api-query', 400, { name: name.slice(0, 40) });
}
