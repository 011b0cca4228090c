import { type LinkKind, linkedTemplate, linkKindOf } from '#lib/catalogue';
import type { Localised } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { ApplicationEvent } from '../application/read-events.js';
import { toldToCitizen } from '../application/told.js';
import { decisionEvent, standing } from '../tracking/decision-of.js';
import { endOfLimit } from './end-of-limit.js';

/** Something that can be filed about an application, and until when. */
export interface Remedy {
  kind: LinkKind;
  /** Sequence of the act it is about; null for lateness, and for a correction. */
  act: number | null;
  /** What was done, in words, and when; of lateness the day that was due. */
  past?: Localised;
  at?: Date;
  /** From this instant on it is too late; null where nothing limits it. */
  until: Date | null;
  /** The same for whoever lives in a remote area, where the law gives them longer. */
  remoteUntil?: Date;
}

type Standing = Pick<Application, 'code' | 'waitsFor' | 'dueAt' | 'clockStoppedAt'>;

/**
 * What can be filed about an application as it stands: a complaint about each act against the applicant and about
 * lateness, or the correction of its result; about a complaint the second one, once the first was decided or its term has
 * passed (Law on Complaints 2011, arts 7, 9 and 33). Those whose time has passed are there too, to be told so.
 */
export function remediesOf(application: Standing, events: ApplicationEvent[], now: Date): Remedy[] {
  const kind = linkKindOf(application.code);
  if (kind === 'appeal') return [];
  const decision = decisionEvent(events);
  const late = lateness(application, now);
  if (kind === 'complaint')
    return decision ? [remedy('appeal', decision)] : late ? [limited('appeal', late)] : [];
  const granted = decision?.details.outcome === 'grant' && application.waitsFor === 'nobody';
  return [
    ...toldToCitizen(standing(events))
      .filter(isAdverse)
      .map((event) => remedy('complaint', event)),
    ...(late ? [{ kind: 'complaint' as const, act: null, at: late, until: null }] : []),
    ...(granted && !kind ? [{ kind: 'correction' as const, act: null, until: null }] : []),
  ];
}

/** Acts of officers that decide something over the applicant, or put it off; what only moves a file along is none. */
function isAdverse({ actor, type, details }: ApplicationEvent): boolean {
  if (actor.kind !== 'officer') return false;
  const decides = 'outcome' in details && 'evidence' in details;
  return decides || 'ground' in details || 'items' in details || type === 'extend-deadline';
}

/** When it should have been done, where that has passed and nothing was decided. */
function lateness({ waitsFor, dueAt, clockStoppedAt }: Standing, now: Date): Date | undefined {
  const running = waitsFor !== 'nobody' && clockStoppedAt === null;
  return running && dueAt && dueAt < now ? dueAt : undefined;
}

function remedy(kind: LinkKind, { sequence, at, details }: ApplicationEvent): Remedy {
  return { ...limited(kind, at), act: sequence, past: details.past };
}

function limited(kind: LinkKind, at: Date): Remedy {
  const { calendarDays, remoteCalendarDays } = linkedTemplate(kind).fileWithin ?? {};
  return {
    kind,
    act: null,
    at,
    until: calendarDays === undefined ? null : endOfLimit(at, calendarDays),
    ...(remoteCalendarDays !== undefined && { remoteUntil: endOfLimit(at, remoteCalendarDays) }),
  };
}

/** Whether a remedy is still in time: `remote` for those alone who live in a remote area. */
export function timeLeft({ until, remoteUntil }: Remedy, now: Date): 'yes' | 'remote' | 'no' {
  if (!until || now < until) return 'yes';
  return remoteUntil && now < remoteUntil ? 'remote' : 'no';
}
