import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { AuthenticatorEmulator, WebAuthnEmulator } from 'nid-webauthn-emulator';
import type { DataSource } from 'typeorm';
import { type Revision, revisionInForce } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import type { Evidence } from '#lib/identity';
import { findAgency } from '#lib/organisations';
import { blindIndex, digest, newId, type Platform, seal } from '#lib/platform';
import type { AnswerSource } from '../libs/applications/src/application/answers.js';
import { canonicalApplication } from '../libs/applications/src/submission/canonical-application.js';
import { submitApplication } from '../libs/applications/src/submission/submit-application.js';

/** An application as a test wants it filed; whatever it does not say is that of Phạm Thị Lan's child. */
export interface Filing {
  applicant?: { fullName: string; idNumber: string };
  /** Commune of the agency. Default: phường Cửa Nam. */
  commune?: string;
  code?: string;
  /** Default: the one in force. */
  revision?: Revision;
  answers?: Answers;
  /** Answers that a register filled in. Default: none. */
  sources?: Record<string, AnswerSource>;
}

export interface Filed {
  id: string;
  number: string;
  personId: string;
}

const home = { province: '01', commune: '00082', detail: '5 phố Cửa Nam' };
export const lan = { fullName: 'Phạm Thị Lan', idNumber: '001190012345' };

/** A birth registration by a mother, with the father unknown and a witness. */
export const birthAnswers: Answers = {
  requesterName: lan.fullName,
  requesterIdNumber: lan.idNumber,
  requesterResidence: home,
  requesterPhone: '0912345678',
  relationship: 'mother',
  birthKind: 'father-unknown',
  childName: 'Phạm Gia Bảo',
  childBirthDate: '2026-11-10',
  childBirthPlace: { ...home, detail: 'Bệnh viện Phụ sản Trung ương' },
  childSex: 'male',
  childEthnicGroup: '01',
  childNationality: 'VN',
  childHomePlace: { ...home, detail: '' },
  motherName: lan.fullName,
  motherBirthDate: '1990-03-27',
  motherNationality: 'VN',
  motherEthnicGroup: '01',
  motherIdNumber: lan.idNumber,
  motherResidenceKind: 'permanent',
  motherResidence: home,
  hasBirthCertificate: false,
  hasWitness: true,
  witnessStatement: [
    {
      attachment: '01936d9c-7b6a-7d5e-8f00-0123456789ab',
      name: 'lời chứng.pdf',
      sha256: 'a'.repeat(64),
      size: 240_000,
      mediaType: 'application/pdf',
    },
  ],
  filingPlace: { ...home, detail: '' },
  copies: 2,
};

/** Files an application by the real act, signed with a real passkey, at the clock of the test. */
export async function fileApplication(
  owner: DataSource,
  platform: Platform,
  filing: Filing = {},
): Promise<Filed> {
  const {
    applicant = lan,
    commune = '00082',
    code = '1.001193',
    answers = birthAnswers,
    sources = {},
  } = filing;
  const tx = platform.database.manager;
  const personId = await personNamed(owner, platform, applicant);
  const revision = filing.revision ?? (await revisionInForce(tx, code, platform.clock.now()));
  const agency = await findAgency(tx, { communeCode: commune });
  if (!agency) throw new Error(`No agency in commune ${commune}`);
  const draftId = newId();
  const canonical = canonicalApplication(draftId, revision, {
    applicant: personId,
    agency: agency.unitCode,
    answers,
  });
  const now = platform.clock.now();
  await tx.query(
    `INSERT INTO applications.draft (id, person_id, code, revision_id, version, answers_sealed, created_at, saved_at)
     VALUES ($1, $2, $3, $4, 1, '', $5, $5)`,
    [draftId, personId, code, revision.id, now],
  );
  const number = await submitApplication(tx, platform, {
    draftId,
    revision,
    prepared: { version: 1, agencyId: agency.id, canonical, sources },
    evidence: await signed(platform, digest(canonical)),
    actor: { kind: 'citizen', id: personId, name: applicant.fullName },
  });
  return { id: draftId, number, personId };
}

async function personNamed(
  owner: DataSource,
  platform: Platform,
  { fullName, idNumber }: { fullName: string; idNumber: string },
): Promise<string> {
  const { blindIndexKey, encryptionKey } = platform.config.secrets;
  const index = blindIndex(blindIndexKey, idNumber);
  const [known]: { id: string }[] = await owner.query(
    'SELECT id FROM identity.person WHERE id_number_index = $1',
    [index],
  );
  if (known) return known.id;
  const id = newId();
  await owner.query(
    `INSERT INTO identity.person (id, id_number_sealed, id_number_index, full_name, birth_date, sex, assurance, evidence, created_at)
     VALUES ($1, $2, $3, $4, '1990-03-27', 'female', 1, '{}', $5)`,
    [id, seal(encryptionKey, `person:id-number:${id}`, idNumber), index, fullName, platform.clock.now()],
  );
  return id;
}

interface CitizenPasskey {
  device: WebAuthnEmulator;
  id: string;
  publicKey: string;
}

let passkey: Promise<CitizenPasskey> | undefined;

/** Evidence as a passkey of the portal gives it: one for all citizens of a test, for making one takes a while. */
async function signed(platform: Platform, challenge: Buffer): Promise<Evidence> {
  const { origin, rpId } = platform.config.portal;
  passkey ??= newPasskey(origin, rpId);
  const { device, id, publicKey } = await passkey;
  const { response } = device.getJSON(origin, {
    challenge: challenge.toString('base64url'),
    rpId,
    userVerification: 'required',
    allowCredentials: [{ id, type: 'public-key' }],
  });
  return {
    credentialId: id,
    publicKey,
    authenticatorData: response.authenticatorData,
    clientDataJSON: response.clientDataJSON,
    signature: response.signature,
    rpId,
    origin,
    passkeyName: null,
    at: platform.clock.now().toISOString(),
  };
}

async function newPasskey(origin: string, rpId: string): Promise<CitizenPasskey> {
  const device = new WebAuthnEmulator(new AuthenticatorEmulator());
  const options = await generateRegistrationOptions({ rpName: 'portal', rpID: rpId, userName: 'lan' });
  const { registrationInfo } = await verifyRegistrationResponse({
    response: device.createJSON(origin, options),
    expectedChallenge: options.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
  });
  if (!registrationInfo) throw new Error('The emulated passkey was not accepted');
  const { id, publicKey } = registrationInfo.credential;
  return { device, id, publicKey: Buffer.from(publicKey).toString('base64url') };
}
