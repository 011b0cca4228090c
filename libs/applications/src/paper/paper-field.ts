import { type FileAnswer, type FormDefinition, fieldOf } from '#lib/forms';
import { isMediaType, type MediaType, mediaTypes, type UploadLimits } from '#lib/documents';
import { Refusal } from '#lib/platform';

/** A field that papers are uploaded to. */
export type PaperField = Extract<ReturnType<typeof fieldOf>, { type: 'file' }>;

/** The file field of a form with this id; refuses any other (`not-found`, 404). */
export function paperField(form: FormDefinition, id: string): PaperField {
  const field = fieldOf(form, id);
  if (field?.type !== 'file') throw new Refusal('not-found', 404);
  return field;
}

/** What may be uploaded to a field: what the definition says, as far as we take it in at all. */
export function paperLimits(field: PaperField): UploadLimits {
  const accept = field.accept.filter(isMediaType);
  return {
    accept: accept.length > 0 ? accept : (Object.keys(mediaTypes) as MediaType[]),
    maxMegabytes: Math.min(field.maxMegabytes, 10),
  };
}

/** The papers uploaded to a field of a draft. */
export function papersOf(answers: Record<string, unknown>, fieldId: string): FileAnswer[] {
  const answer = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  return Array.isArray(answer) ? (answer as FileAnswer[]) : [];
}

/** Refuses one more file than a field takes (`too-many-files`, 422). */
export function checkRoom(field: PaperField, papers: FileAnswer[]): void {
  const most = field.maxFiles ?? 1;
  if (papers.length >= most) throw new Refusal('too-many-files', 422, { most });
}
