import type { Answers } from '#lib/forms';
import { type Platform, seal, type Tx, unseal } from '#lib/platform';

/** The registers that answers come from. */
export type RegisterName = 'population-register' | 'business-register';

/** Which register filled in an answer. */
export interface AnswerSource {
  register: RegisterName;
  /** When the register was read, as an ISO instant. */
  asOf: string;
  /** Whether what was filed is what the register said. False where the citizen changed it. */
  unchanged: boolean;
}

/** What an application holds from one version on, sealed as a whole. */
export interface FiledAnswers {
  answers: Answers;
  /** By field id. A field that is not named was filled in by the citizen alone. */
  sources: Record<string, AnswerSource>;
}

/** Seals the answers that an application holds from `version` on. */
export function sealAnswers(
  platform: Platform,
  applicationId: string,
  version: number,
  filed: FiledAnswers,
): string {
  return seal(platform.config.secrets.encryptionKey, place(applicationId, version), JSON.stringify(filed));
}

/** What an application holds, and where it came from, as it stands after all supplements. */
export async function readFiledAnswers(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<FiledAnswers> {
  const filed = await readVersion(tx, platform, applicationId, 0);
  if (!filed) throw new Error(`Application ${applicationId} has no answers`);
  return filed;
}

/** What an application held before each supplement changed it, the last first; none where none did. */
export async function readFiledBefore(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<FiledAnswers[]> {
  const all: FiledAnswers[] = [];
  const next = () => readVersion(tx, platform, applicationId, all.length + 1);
  for (let filed = await next(); filed; filed = await next()) all.push(filed);
  return all;
}

/** The answers of an application as they stand, after all supplements. */
export async function readAnswers(tx: Tx, platform: Platform, applicationId: string): Promise<Answers> {
  return (await readFiledAnswers(tx, platform, applicationId)).answers;
}

/** The answers as they stood at a version of the application. */
export async function readAnswersAt(
  tx: Tx,
  platform: Platform,
  applicationId: string,
  version: number,
): Promise<Answers> {
  const filed = await readVersion(tx, platform, applicationId, 0, version);
  if (!filed) throw new Error(`Application ${applicationId} has no answers at ${version}`);
  return filed.answers;
}

async function readVersion(
  tx: Tx,
  platform: Platform,
  applicationId: string,
  back: number,
  upTo: number | null = null,
): Promise<FiledAnswers | undefined> {
  const [row]: { version: number; answers_sealed: string }[] = await tx.query(
    `SELECT version, answers_sealed FROM applications.answers WHERE application_id = $1 AND ($3::int IS NULL OR version <= $3)
      ORDER BY version DESC LIMIT 1 OFFSET $2`,
    [applicationId, back, upTo],
  );
  const key = platform.config.secrets.encryptionKey;
  if (!row) return undefined;
  const opened = JSON.parse(unseal(key, place(applicationId, row.version), row.answers_sealed)) as
    | FiledAnswers
    | Answers;
  // What was filed before sources were kept holds the answers alone.
  return isFiled(opened) ? opened : { answers: opened, sources: {} };
}

const place = (applicationId: string, version: number) =>
  `answers:sealed:${applicationId}/${version}` as const;

function isFiled(opened: FiledAnswers | Answers): opened is FiledAnswers {
  return 'answers' in opened && 'sources' in opened;
}
