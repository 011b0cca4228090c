import { formatDate } from '#lib/calendar';
import { defineTexts, type Language, type Tx } from '#lib/platform';
import { Proofing, type ProofingMethod } from './proofing.entity.js';
import en from './proofs.en.json' with { type: 'json' };
import fr from './proofs.fr.json' with { type: 'json' };
import vi from './proofs.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

/** By what an identity was shown to be true, in words. */
export function methodWords(language: Language, method: ProofingMethod): string {
  return texts(language)(`method-${method}`);
}

/** By what and when a person was last shown to be who they are at this level; undefined where nothing is on record. */
export async function provenBy(
  tx: Tx,
  { id: personId, assurance: level }: { id: string; assurance: number },
  language: Language,
): Promise<string | undefined> {
  const proofing = await tx
    .getRepository(Proofing)
    .findOne({ where: { personId, level: level as Proofing['level'] }, order: { at: 'DESC' } });
  if (!proofing) return undefined;
  const { method, at } = proofing;
  return texts(language)('provenBy', {
    method: methodWords(language, method),
    date: formatDate(language, at),
  });
}
