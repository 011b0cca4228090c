/** Language-free facts that the words of a refusal may use. Never personal data. */
export type RefusalFacts = Record<string, string | number | boolean | string[]>;

/**
 * Something a person can do something about. The code is language-free; the words come from the texts.
 * Anything thrown that is not a `Refusal` is a fault: 500, logged, nothing leaked.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 503,
    readonly facts: RefusalFacts = {},
    /** For the log alone: what was wrong, where the answer must not say it. Never personal data. */
    readonly reason?: string,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
