import { v5 } from 'uuid';
import { type OpenedWith, revisionInForce } from '#lib/catalogue';
import { copyAttachments } from '#lib/documents';
import { checkAnswers } from '#lib/forms';
import { officeHoursOf } from '#lib/organisations';
import { canonicalForm, type Platform, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { Told } from '../application/told.js';
import { formContext } from '../draft/form-context.js';
import { fileApplication } from '../submission/file-application.js';
import { responsibleAgency } from '../submission/responsible-agency.js';
import { childAnswers, childStatement, copyId, papersIn } from './child-statement.js';
import { derivationFrom } from './derive-part.js';
import { openedPast } from './opened-past.js';

/** What is to be opened for an application. */
export interface Opening {
  /** Id of the part. */
  part: string;
  /** Of the event that opens it. */
  sequence: number;
  opened: OpenedWith;
  /** The part whose result it is to undo. */
  undoes?: string;
}

/**
 * Opens an application as a part of another, at the agency that its procedure and its answers name. The same part of the
 * same event again opens nothing: its id follows from them.
 */
export async function openChild(
  tx: Tx,
  platform: Platform,
  parent: Application,
  { part, sequence, opened, undoes }: Opening,
): Promise<void> {
  const id = v5(`${part}/${sequence}/${undoes ?? ''}`, parent.id);
  const revision = await revisionInForce(tx, opened.code, platform.clock.now());
  const { form } = revision.definition;
  const from = await derivationFrom(tx, platform, { applicationId: parent.id, part, sequence });
  const answers = childAnswers(form, opened, from.answers);
  const [wrong] = checkAnswers(form, answers, formContext(platform)).errors;
  if (wrong)
    throw new Error(`Part ${part} of ${parent.id} cannot be opened: ${wrong.field} is ${wrong.code}`);
  const agency = await responsibleAgency(tx, revision.definition, answers);
  const statement = childStatement({
    ...from,
    opened,
    application: id,
    revision,
    agency: agency.unitCode,
  });
  const sources = Object.entries(from.sources).filter(([field]) => Object.hasOwn(answers, field));
  const { evidence } = from;
  const filed = await fileApplication(tx, platform, {
    id,
    revision,
    agency,
    hours: await officeHoursOf(tx, agency.id, platform.clock.now()),
    canonical: canonicalForm(statement),
    answers: statement.answers,
    sources: Object.fromEntries(sources),
    evidence,
    actor: { kind: 'system', id: null, name: '' },
    purpose: 'workflow',
    details: {
      past: openedPast(parent.number),
      told: 'timeline' satisfies Told,
      ...(evidence.kind === 'phone-code' && { phone: evidence.phone }),
      ...(statement.representation && { representation: statement.representation }),
    },
    ready: {
      sql: `opened AS (
        INSERT INTO applications.child (application_id, parent_id, part, sequence, undoes)
        SELECT id, parent_id, part, part_sequence, undoes FROM asked
        ON CONFLICT DO NOTHING RETURNING application_id, parent_id
      ), ready AS (
        SELECT nth, person_id, on_behalf_of, represented_by
          FROM opened JOIN asked ON asked.id = application_id
          JOIN applications.application AS parent ON parent.id = opened.parent_id
      )`,
      values: {
        parent_id: { type: 'uuid', value: parent.id },
        part: { type: 'text', value: part },
        part_sequence: { type: 'int', value: sequence },
        undoes: { type: 'uuid', value: undoes ?? null },
      },
    },
  });
  if (filed === undefined) return;
  const papers = papersIn(form, answers).map(
    ({ attachment }) => [attachment, copyId(attachment, id)] as const,
  );
  await copyAttachments(tx, platform, { from: parent.id, to: id, ids: new Map(papers) });
}
