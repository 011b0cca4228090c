import { type Platform, seal, unseal } from '#lib/platform';
import type { GuardianshipDecision } from '../representation/grant-guardianship.js';
import type { CounterMatter } from './counter-matter.entity.js';

/** Documents that say who a foreigner is here. */
export const foreignDocuments = ['passport', 'residence-card'] as const;

/** Whose a foreign identity is; `proof` once the first officer has compared. */
export interface ForeignIdentityMatter {
  kind: 'foreign-identity';
  issuer: string;
  subject: string;
  /** As the foreign provider says it. */
  name: string;
  proof?: {
    document: (typeof foreignDocuments)[number];
    number: string;
    /** Of the resident whose document it is. */
    idNumber: string;
    /** The name asserted abroad is not the resident's, and the first officer said that they saw it. */
    namesDiffer?: boolean;
  };
}

/** Who is, or is no longer, whose guardian, and the paper it rests on. */
export interface GuardianshipMatter {
  kind: 'guardianship' | 'guardianship-end';
  guardianIdNumber: string;
  wardIdNumber: string;
  decision: GuardianshipDecision;
  /** Last day, YYYY-MM-DD, of one that begins. */
  lastDay?: string;
}

export type MatterContent = ForeignIdentityMatter | GuardianshipMatter;

export function sealMatter({ config }: Platform, id: string, content: MatterContent): string {
  return seal(config.secrets.encryptionKey, `counter:matter:${id}`, JSON.stringify(content));
}

export function openMatter(
  { config }: Platform,
  { id, contentSealed }: Pick<CounterMatter, 'id' | 'contentSealed'>,
): MatterContent {
  const text = unseal(config.secrets.encryptionKey, `counter:matter:${id}`, contentSealed);
  return JSON.parse(text) as MatterContent;
}

/** The ID numbers of all whom a matter is about. */
export function peopleIn(content: MatterContent): string[] {
  if (content.kind === 'foreign-identity') return content.proof ? [content.proof.idNumber] : [];
  return [content.guardianIdNumber, content.wardIdNumber];
}

/** Whether a foreign identity carries another name than the resident it is to belong to. */
export function namesDiffer(content: MatterContent): boolean {
  return content.kind === 'foreign-identity' && content.proof?.namesDiffer === true;
}
