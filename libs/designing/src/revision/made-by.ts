import { type RevisionLine, shippedDefinition } from '#lib/catalogue';

/** Who made the definition of a procedure: its designers, who wrote what ships, or nobody but the national catalogue. */
export function madeBy(code: string, revision: Pick<RevisionLine, 'designed'> | undefined) {
  if (revision?.designed) return 'by-designers';
  return shippedDefinition(code) ? 'by-product' : 'by-catalogue';
}
