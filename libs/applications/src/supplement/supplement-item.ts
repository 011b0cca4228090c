/** A field or paper that an officer asked to be mended, and why. */
export interface SupplementItem {
  kind: 'field' | 'paper' | 'other';
  /** Field of the form, for `field` and `paper`. */
  id?: string;
  /** What is asked for, where the form has no field for it. */
  name?: string;
  reason: string;
}
