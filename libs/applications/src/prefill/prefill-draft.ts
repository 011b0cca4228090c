import { type PageDefinition, prefillKey, prefillPage, visibleAnswers } from '#lib/forms';
import { personalDetails } from '#lib/identity';
import { type Platform, Refusal, transaction } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { type OpenDraft, openDraft } from '../draft/open-draft.js';
import { writeDraft } from '../draft/write-draft.js';
import { type RegisterValues, registerValues } from './register-values.js';

/**
 * Fills the fields of a page that nobody answered yet with what the State already knows, once for each source: what the
 * citizen emptied stays empty. The person of a draft for somebody else is that other; of one for an organisation, who
 * acts for it, and the organisation is what its account says. If the register is away the draft stays as it is and `registerAway` says so.
 */
export async function prefillDraft(
  platform: Platform,
  register: PopulationRegister,
  principal: Principal,
  opened: OpenDraft,
  page: PageDefinition,
): Promise<{ opened: OpenDraft; registerAway: boolean }> {
  const wanted = wantedKeys(opened, page);
  if (wanted.size === 0) return { opened, registerAway: false };
  const whose = opened.mandate?.represented;
  const { idNumber } =
    whose?.kind === 'person'
      ? whose
      : await personalDetails(platform.database.manager, platform, principal.id);
  const asked = [...wanted.values()].filter((key) => !ofOrganisation(key));
  const said = await registerValues(register, idNumber, asked, {
    purpose: `prefill:${opened.revision.code}`,
    caseId: opened.draft.id,
  }).catch(ifAway);
  if (!said) return { opened, registerAway: true };
  const values = { ...said, ...organisationValues(opened) };
  const filled = await transaction(platform.database, async (tx) => {
    const current = await openDraft(tx, platform, principal, opened.draft.id, { lock: true });
    return writeDraft(tx, platform, current, { ...filledIn(platform, current, page, values), saved: false });
  });
  return { opened: filled, registerAway: false };
}

/** The key to ask for, by field, of the fields that are empty and were not filled from there before. */
function wantedKeys({ form, content, draft, mandate }: OpenDraft, page: PageDefinition): Map<string, string> {
  const visible = visibleAnswers(form, content.answers);
  const wanted = new Map<string, string>();
  for (const field of page.fields) {
    const key = prefillKey(field, visible);
    if (key === undefined || content.answers[field.id] !== undefined) continue;
    if (ofOrganisation(key) && mandate?.represented.kind !== 'organisation') continue;
    if (draft.sources[field.id]?.key !== key) wanted.set(field.id, key);
  }
  return wanted;
}

function filledIn(platform: Platform, opened: OpenDraft, page: PageDefinition, values: RegisterValues) {
  const { form, content, draft } = opened;
  const answers = { ...content.answers };
  const known = { ...content.known };
  const sources = { ...draft.sources };
  const filled = prefillPage(page, visibleAnswers(form, answers), (key) => values[key]);
  const at = platform.clock.now().toISOString();
  for (const [field, key] of wantedKeys(opened, page)) {
    const answer = filled[field]?.answer;
    const found = answer !== undefined;
    if (found) answers[field] = known[field] = answer;
    const source = ofOrganisation(key) ? 'business-register' : 'population-register';
    sources[field] = { source, key, at, known: found, kept: found };
  }
  return { content: { ...content, answers, known }, sources };
}

const ofOrganisation = (key: string) => key.startsWith('organisation.');

/** The organisation a draft is written for, as the business register named it when its account was opened. */
function organisationValues({ mandate }: OpenDraft): RegisterValues {
  if (mandate?.represented.kind !== 'organisation') return {};
  const { name, taxCode } = mandate.represented;
  return {
    'organisation.represented': true,
    'organisation.name': name,
    'organisation.taxCode': taxCode,
  };
}

function ifAway(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 503) return undefined;
  throw error;
}
