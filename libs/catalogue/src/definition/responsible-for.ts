import type { ProcedureFacts } from '../import/procedure-facts.js';
import { type AgencyKind, agencyKinds, kindOfAgency } from './agency-kinds.js';
import type { Authority, LocalBody } from './service-definition.js';

/** Which agency applications for a procedure go to. */
export interface Responsible {
  authority: Authority;
  /** Absent for the People's Committee, and at a ministry. */
  body?: LocalBody;
  /** What had to be assumed to find it. */
  assumptions: string[];
}

/**
 * Which agency carries a procedure out: of those its facts name the nearest to the citizen, at a level they name if one
 * is. Where they name none that can be read, the lowest level alone decides. Where all that are named serve a region, a
 * port or a gate of which nothing is known here, it is the issuing ministry above them.
 */
export function responsibleFor(facts: Pick<ProcedureFacts, 'agencies' | 'levels'>): Responsible {
  const named = facts.agencies.map(kindOfAgency);
  const kinds = agencyKinds().filter((kind) => named.includes(kind));
  const found = kinds.filter(isFound);
  const nearest = found.find(({ at }) => facts.levels.includes(at)) ?? found[0];
  if (nearest) {
    const { at, body, assumed } = nearest;
    const elsewhere = facts.levels.includes(at)
      ? []
      : [
          `The agencies named are of another level than stated (${facts.levels.join(', ')}): the agencies count.`,
        ];
    return {
      authority: at,
      ...(body && { body }),
      assumptions: [...(assumed ? [assumed] : []), ...elsewhere],
    };
  }
  if (kinds.length > 0)
    return {
      authority: 'ministry',
      assumptions: [
        'Which regional body is responsible where is not known: filed with the issuing ministry, which passes it on.',
      ],
    };
  return byLevel(facts);
}

function isFound(kind: AgencyKind): kind is AgencyKind & { at: Authority } {
  return kind.at !== undefined;
}

function byLevel({ levels, agencies }: Pick<ProcedureFacts, 'agencies' | 'levels'>): Responsible {
  const unread =
    agencies.length > 0 ? ['The agency named is of no known kind: the level alone decides.'] : [];
  if (levels.includes('commune')) return { authority: 'commune', assumptions: unread };
  if (levels.includes('province')) return { authority: 'province', assumptions: unread };
  const other = levels.every((level) => level === 'other')
    ? [
        'Carried out by an agency that is none of commune, province, ministry: filed with the issuing ministry.',
      ]
    : [];
  return { authority: 'ministry', assumptions: [...unread, ...other] };
}
