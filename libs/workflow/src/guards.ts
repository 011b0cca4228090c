export interface Guard {
  passes(facts: Record<string, unknown>): boolean;
  /** Facts it passes with, so that generated walks can go its way. */
  example: Record<string, unknown>;
}

/** Every condition a definition may name. A guard reads the facts of the event and nothing else. */
export const guards: Readonly<Record<string, Guard>> = {
  /** The outcome proposed or decided is to grant what was applied for. */
  outcomeIsGrant: outcomeIs('grant'),
  /** The outcome proposed or decided is to refuse it. */
  outcomeIsRefuse: outcomeIs('refuse'),
};

function outcomeIs(outcome: 'grant' | 'refuse'): Guard {
  return { passes: (facts) => facts.outcome === outcome, example: { outcome } };
}
