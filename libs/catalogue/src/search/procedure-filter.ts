/** What a list of procedures can be narrowed by. Empty or absent means: all. */
export interface ProcedureFilter {
  /** Slug of a field of government. */
  field?: string | undefined;
  level?: string | undefined;
  applicant?: string | undefined;
  online?: boolean | undefined;
  /** Codes; for lists made elsewhere, such as those of life events. */
  codes?: string[] | undefined;
}

/** The filter as a condition on `catalogue.procedure`; its values are `narrowing`, from $1 to $5. */
export const narrowed = `($1::text IS NULL OR field_slug = $1)
  AND ($2::text IS NULL OR $2 = ANY (levels))
  AND ($3::text IS NULL OR $3 = ANY (applicants))
  AND ($4::boolean IS NULL OR online = $4)
  AND ($5::text[] IS NULL OR code = ANY ($5))`;

export function narrowing({ field, level, applicant, online, codes }: ProcedureFilter): unknown[] {
  return [field ?? null, level ?? null, applicant ?? null, online ?? null, codes ?? null];
}
