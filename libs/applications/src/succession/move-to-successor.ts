import { v5 } from 'uuid';
import { type Agency, agencyById, agencyName } from '#lib/organisations';
import { inEveryLanguage, type Platform, Refusal, type Tx } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';

/** That an application goes to an agency which follows its own. */
export interface Handover {
  application: Pick<Application, 'id' | 'version' | 'agencyId'>;
  successorId: string;
  /** The system where there is one successor, else the officer who chose. */
  actor: EventActor;
}

/**
 * Moves an open application to an agency that follows its own: its clock, its state and its papers stay what they are,
 * its officer it finds there anew.
 * An application goes from one agency to one other once, however often it is tried. False where it moved on meanwhile:
 * whoever tries again finds it as it stands.
 */
export async function moveToSuccessor(tx: Tx, platform: Platform, handover: Handover): Promise<boolean> {
  const { application, successorId, actor } = handover;
  const from = await agencyById(tx, application.agencyId);
  const to = await agencyById(tx, successorId);
  try {
    await recordAct(tx, platform, {
      applicationId: application.id,
      type: 'move-to-successor',
      version: application.version,
      idempotencyKey: v5(`${from.id}/${to.id}`, application.id),
      actor,
      purpose: 'administration',
      details: { agency: nameOf(to), fromAgency: nameOf(from) },
      change: { agencyId: to.id, assignedTo: null },
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    throw error;
  }
}

const nameOf = (agency: Agency) => inEveryLanguage((language) => agencyName(agency, language));
