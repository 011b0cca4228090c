import { legalDate } from '#lib/platform';
import { ageRule } from '../assurance/age-rule.js';
import type { Assurance } from '../assurance/levels.js';
import { type MandateKind, mandateRules, type Scopes } from './mandate-rules.js';

/** Who wants to act. */
export interface Actor {
  id: string;
  assurance: Assurance;
}

/** A mandate as the decision needs it. */
export interface Standing {
  kind: MandateKind;
  representativeId: string | null;
  scopes: Scopes;
  validFrom: Date;
  validUntil: Date | null;
  endedAt: Date | null;
  represented:
    | { kind: 'person'; birthDate: string; nationality: string }
    | {
        kind: 'organisation';
        /** Of the person it is bound to, now. */
        legalRepresentative: Actor;
        /** The business register no longer stands behind that. */
        lapsed: boolean;
      };
}

/** What is to be done for them: a procedure, as its definition describes it. */
export interface WantedProcedure {
  code: string;
  field: string;
  /** Kinds of applicants, as the catalogue names them. */
  applicants: string[];
  representation?: { spouse?: boolean; parent?: false };
}

/** Why not. Each is a refusal with words. */
export type Hindrance =
  | 'mandate-unknown'
  | 'mandate-ended'
  | 'mandate-not-in-time'
  | 'mandate-not-for-this'
  | 'organisation-lapsed'
  | 'not-for-organisations'
  | 'represented-too-old'
  | 'representative-not-known-enough';

/**
 * Whether a person may act under a mandate in a procedure now: undefined, or what stands in the way. Pure; what holds
 * is said by `mandateRules`.
 */
export function mayActFor(
  person: Actor,
  mandate: Standing | undefined,
  procedure: WantedProcedure,
  now: Date,
): Hindrance | undefined {
  if (!mandate || mandate.representativeId !== person.id) return 'mandate-unknown';
  if (mandate.endedAt) return 'mandate-ended';
  return inTime(mandate, now) ?? enoughKnown(person, mandate) ?? good(mandate, procedure, now);
}

/** Whether a mandate still holds, whatever it is wanted for: it was not ended, has begun and has not run out. */
export function stands(mandate: Standing, now: Date): boolean {
  return mandate.endedAt === null && inTime(mandate, now) === undefined;
}

function inTime({ kind, validFrom, validUntil }: Standing, now: Date): Hindrance | undefined {
  const open = validUntil === null && !mandateRules[kind].expires;
  return validFrom <= now && (open || (validUntil !== null && now < validUntil))
    ? undefined
    : 'mandate-not-in-time';
}

/** Level 1 for whoever acts; an organisation stands and falls with a legal representative at level 2. */
function enoughKnown(person: Actor, { represented }: Standing): Hindrance | undefined {
  const boundTo = represented.kind === 'organisation' ? represented.legalRepresentative : undefined;
  return person.assurance >= 1 && (boundTo === undefined || boundTo.assurance >= 2)
    ? undefined
    : 'representative-not-known-enough';
}

function good(mandate: Standing, procedure: WantedProcedure, now: Date): Hindrance | undefined {
  const { represented, kind } = mandate;
  const rule = mandateRules[kind];
  if (rule.for !== represented.kind) return 'mandate-unknown';
  if (rule.childrenOnly && represented.kind === 'person') {
    if (ageRule(represented, legalDate(now)).openedBy === 'self') return 'represented-too-old';
    if (procedure.representation?.parent === false) return 'mandate-not-for-this';
  }
  if (represented.kind === 'organisation') {
    if (represented.lapsed) return 'organisation-lapsed';
    if (kind === 'legal-representative' && represented.legalRepresentative.id !== mandate.representativeId)
      return 'mandate-unknown';
    if (!procedure.applicants.some((applicant) => organisationKinds.includes(applicant)))
      return 'not-for-organisations';
  }
  if (rule.whereAllowed && procedure.representation?.spouse !== true) return 'mandate-not-for-this';
  return covers(mandate.scopes, procedure) ? undefined : 'mandate-not-for-this';
}

/** Applicants of the national catalogue that are organisations: what a person alone applies for is not theirs. */
const organisationKinds = [
  'organisation',
  'enterprise',
  'vietnamese-enterprise',
  'foreign-invested-enterprise',
  'cooperative',
];

/** Whether scopes hold a procedure. */
export function covers(scopes: Scopes, { code, field }: Pick<WantedProcedure, 'code' | 'field'>): boolean {
  return scopes === 'all' || scopes.procedures.includes(code) || scopes.fields.includes(field);
}
