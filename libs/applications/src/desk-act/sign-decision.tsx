import type { VNode } from 'preact';
import { beginSigning, type Evidence, finishSigning } from '#lib/identity';
import { digest, type Platform, randomToken, Refusal, refusalWords } from '#lib/platform';
import type { PageContext, Principal } from '#lib/web';
import { textIn } from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import { canonicalDecision } from './decision-statement.js';
import type { FoundAct } from './find-act.js';
import { readNonce } from './posted-act.js';
import { SigningPage } from './signing-page.js';
import { type WhatIsDecided, whatIsDecided } from './what-is-decided.js';

interface Deciding {
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
  refused?: string,
): Promise<VNode> {
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
 * Checks the signature under a decision, and returns what to keep of it; or the page to show instead, with its status:
 * the one on which it is signed, where it is not yet, or once more, where the signature was not accepted.
 */
export async function signDecision(
  platform: Platform,
  officer: Principal,
  deciding: Deciding,
): Promise<SignedDecision | { page: VNode; status: number }> {
  const { context, file, body, details = {} } = deciding;
  const assertion = textIn(body, 'assertion');
  if (assertion === '') return { page: await showSigning(platform, officer, deciding), status: 200 };
  const decided = whatIsDecided(file, details);
  const { version } = file.application;
  const canonical = canonicalDecision(file, officer, { ...decided, nonce: readNonce(body), version });
  try {
    const evidence = await finishSigning(platform.database.manager, platform, {
      audience: 'desk',
      ownerId: officer.id,
      digest: digest(canonical),
      assertion,
    });
    return { ...decided, canonical, evidence };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const words = refusalWords(error.code, context.language, error.facts);
    const refused = words ? `${words.title}. ${words.help}` : error.code;
    return { page: await showSigning(platform, officer, deciding, refused), status: error.status };
  }
}
