import type { VNode } from 'preact';
import { beginSigning, type Evidence, finishSigning } from '#lib/identity';
import { digest, type Platform, randomToken, Refusal, refusalWords, type Tx } from '#lib/platform';
import type { PageContext, Principal } from '#lib/web';
import { textIn } from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import { canonicalDecision } from './decision-statement.js';
import type { FoundAct } from './find-act.js';
import { readNonce } from './posted-act.js';
import { SigningPage } from './signing-page.js';
import { type WhatIsDecided, whatIsDecided } from './what-is-decided.js';

/** A decision that waits for its signature. */
export interface Deciding {
  context: PageContext;
  file: CaseFile;
  act: FoundAct;
  body: unknown;
  /** What was typed, checked. */
  details?: Record<string, unknown>;
}

/** What a signed decision adds to its event. */
type SignedDecision = WhatIsDecided & { canonical: string; evidence: Evidence };

/** The page on which a decision is signed, with a new challenge: the digest of exactly what it shows. */
export async function showSigning(
  platform: Platform,
  officer: Principal,
  { context, file, act, body, details = {} }: Deciding,
  refusal?: Refusal,
): Promise<VNode> {
  const words = refusal && refusalWords(refusal.code, context.language, refusal.facts);
  const refused = words ? `${words.title}. ${words.help}` : refusal?.code;
  const decided = whatIsDecided(file, details);
  const nonce = randomToken();
  const { version } = file.application;
  const canonical = canonicalDecision(file, officer, { ...decided, nonce, version });
  const options = await beginSigning(platform.database.manager, platform, {
    audience: 'desk',
    ownerId: officer.id,
    digest: digest(canonical),
  });
  const typed = Object.fromEntries(
    ['outcome', 'text', 'reason', 'ground'].map((name) => [name, textIn(body, name)]),
  );
  return (
    <SigningPage
      context={context}
      file={file}
      act={act}
      decided={decided}
      options={options}
      nonce={nonce}
      typed={Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))}
      refused={refused}
    />
  );
}

/**
 * Checks the signature under a decision, and returns what to keep of it. Give the transaction that stores the decision:
 * what then fails gives the signature back, to be sent again. One that is not accepted is returned as its refusal, for
 * it is used up.
 */
export async function signDecision(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  { file, body, details = {} }: Deciding,
): Promise<SignedDecision | Refusal> {
  const decided = whatIsDecided(file, details);
  const { version } = file.application;
  const canonical = canonicalDecision(file, officer, { ...decided, nonce: readNonce(body), version });
  const evidence = await finishSigning(tx, platform, {
    audience: 'desk',
    ownerId: officer.id,
    digest: digest(canonical),
    assertion: textIn(body, 'assertion'),
  });
  return evidence instanceof Refusal ? evidence : { ...decided, canonical, evidence };
}
