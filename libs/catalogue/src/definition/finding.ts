/** A mistake in a definition: the place, what kind, and what it is about. */
export interface Finding {
  path: string;
  code: string;
  facts: Record<string, string>;
}
