import { AuthenticatorModel } from './attestation/authenticator-model.entity.js';
import { Enrolment } from './enrolment/enrolment.entity.js';
import { ActForOthers1795400001410 } from './migrations/act-for-others.js';
import { KnowTheRepresentedAtTheDesk1795400001420 } from './migrations/know-the-represented-at-the-desk.js';
import { AttestOfficersPasskeys1795400001130 } from './migrations/attest-officers-passkeys.js';
import { CreateIdentity1795400000003 } from './migrations/create-identity.js';
import { OpenOrganisations1795400002010 } from './migrations/open-organisations.js';
import { OrganisationConsent } from './organisation-account/organisation-consent.entity.js';
import { OrganisationRequest } from './organisation-account/organisation-request.entity.js';
import { KeepChallengesUnlogged1795400001700 } from './migrations/keep-challenges-unlogged.js';
import { KnowHowSureSessionsAre1795400002100 } from './migrations/know-how-sure-sessions-are.js';
import { CounterMatter } from './counter-matters/counter-matter.entity.js';
import { DecideMattersAtCounters1795400002110 } from './migrations/decide-matters-at-counters.js';
import { ConfirmByPhone1795400002120 } from './migrations/confirm-by-phone.js';
import { Challenge } from './passkey/challenge.entity.js';
import { LetTheWorkerTellWhoseMatter1795400003101 } from './migrations/let-the-worker-tell-whose-matter.js';
import { KnowDevices1795400001120 } from './migrations/know-devices.js';
import { ManageOfficersPasskeys1795400003650 } from './migrations/manage-officers-passkeys.js';
import { ManagePasskeys1795400001110 } from './migrations/manage-passkeys.js';
import { Passkey } from './passkey/passkey.entity.js';
import { CheckAtCounters1795400001220 } from './migrations/check-at-counters.js';
import { RecoverAccounts1795400001230 } from './migrations/recover-accounts.js';
import { Recovery } from './recovery/recovery.entity.js';
import { CounterRequest } from './proofing/counter-request.entity.js';
import { ProveIdentities1795400001210 } from './migrations/prove-identities.js';
import { Proofing } from './proofing/proofing.entity.js';
import { KnowForeignIdentities1795400001320 } from './migrations/know-foreign-identities.js';
import { RelyOnThePortal1795400001330 } from './migrations/rely-on-the-portal.js';
import { Consent } from './relying-parties/consent.entity.js';
import { SignInElsewhere1795400001310 } from './migrations/sign-in-elsewhere.js';
import { RemovedPasskey } from './passkey/removed-passkey.entity.js';
import { Mandate } from './representation/mandate.entity.js';
import { Organisation } from './representation/organisation.entity.js';
import { RiskEvent } from './passkey/risk-event.entity.js';
import { Person } from './person/person.entity.js';
import { DeviceNotice } from './own-sessions/device-notice.entity.js';
import { TellOfficersOfDevices1795400002201 } from './migrations/tell-officers-of-devices.js';
import { PhoneNotice } from './phone-notices/phone-notice.entity.js';
import { KeepCodesForTheCounter1795400003201 } from './migrations/keep-codes-for-the-counter.js';
import { CloseOrganisations1795400003203 } from './migrations/close-organisations.js';
import { TellPhonesFromTheDesk1795400003202 } from './migrations/tell-phones-from-the-desk.js';
import { TellPhonesOfUnlocking1795400003200 } from './migrations/tell-phones-of-unlocking.js';
import { TellPhones1795400002200 } from './migrations/tell-phones.js';
import { ShowRisksToTheirOwner1795400003760 } from './migrations/show-risks-to-their-owner.js';
import { TellPhonesOfBindings1795400003780 } from './migrations/tell-phones-of-bindings.js';
import { Session } from './session/session.entity.js';
import { SignUp } from './sign-up/sign-up.entity.js';

export * from './assurance/required-assurance.js';
export * from './audience.js';
export * from './identity.modules.js';
export * from './national-sign-in/bind-foreign-identity.js';
export { internalFetch } from './national-sign-in/internal-fetch.js';
export * from './openid-provider/client-secret.js';
export * from './openid-provider/allow-leaving.js';
export * from './openid-provider/interaction-of.js';
export * from './openid-provider/keep-nobody-signed-in.js';
export * from './openid-provider/load-openid-provider.js';
export * from './openid-provider/mounted-provider.js';
export * from './openid-provider/provider-adapter.js';
export * from './openid-provider/render-provider-error.js';
export * from './openid-provider/signing-keys.js';
export { addAccountSection } from './account/account-sections.js';
export * from './own-record/identity-record.js';
export { confirmRepresented } from './organisation-account/confirm-organisation.js';
export type { PasskeyUse } from './passkey/note-use.js';
export * from './person/id-number-index-of.js';
export * from './person/invent-person.js';
export * from './person/mask-id-number.js';
export * from './person/names-of.js';
export * from './person/personal-details.js';
export * from './person/subject-of.js';
export * from './person/person-with-id-number.js';
export * from './own-sessions/device-name.js';
export * from './officer-households/look-up-officer.js';
export * from './own-sessions/place-name.js';
export * from './relying-parties/party-words.js';
export * from './phone-notices/relay-phone-notices.js';
export * from './phone-notices/send-phone-notice.js';
export * from './phone-code/confirm-by-phone.js';
export { codeTyped } from './phone-code/new-code.js';
export * from './phone-code/send-phone-code.js';
export * from './proofing/raise-assurance.js';
export * from './representation/grant-guardianship.js';
export * from './representation/hold-mandate.js';
export * from './representation/know-family.js';
export * from './representation/mandates-for.js';
export { mandateRules } from './representation/mandate-rules.js';
export * from './representation/may-act-for.js';
export { type OpenMandate, representedName } from './representation/read-mandates.js';
export * from './representation/refuse-ended-mandate.js';
export * from './representation/representation.js';
export * from './representation/concerned-by.js';
export * from './representation/represented-behind.js';
export * from './representation/tell-represented.js';
export { setScopeNames } from './representation/scope-names.js';
export * from './recovery/held.js';
export { refuseLocked } from './lock/is-locked.js';
export * from './session/principals.module.js';
export * from './sign-in/local-path.js';
export * from './signing/begin-signing.js';
export * from './signing/evidence.js';
export * from './signing/finish-signing.js';
export * from './signing/passkey-form.js';
export * from './signing/verify-evidence.js';
export * from './step-up/freshness.js';
export * from './sweep-identity.js';
export * from './throttle/slow-down.js';
export * from './throttle/slow-down-network.js';

export const identityEntities = [
  Person,
  Passkey,
  Challenge,
  Session,
  SignUp,
  Proofing,
  CounterRequest,
  CounterMatter,
  Recovery,
  Enrolment,
  RiskEvent,
  RemovedPasskey,
  Mandate,
  Organisation,
  OrganisationRequest,
  OrganisationConsent,
  AuthenticatorModel,
  Consent,
  PhoneNotice,
  DeviceNotice,
];
export const identityMigrations = [
  CreateIdentity1795400000003,
  ManagePasskeys1795400001110,
  KnowDevices1795400001120,
  AttestOfficersPasskeys1795400001130,
  ProveIdentities1795400001210,
  CheckAtCounters1795400001220,
  RecoverAccounts1795400001230,
  SignInElsewhere1795400001310,
  ActForOthers1795400001410,
  KnowTheRepresentedAtTheDesk1795400001420,
  KnowForeignIdentities1795400001320,
  RelyOnThePortal1795400001330,
  KeepChallengesUnlogged1795400001700,
  TellPhones1795400002200,
  TellOfficersOfDevices1795400002201,
  OpenOrganisations1795400002010,
  KnowHowSureSessionsAre1795400002100,
  DecideMattersAtCounters1795400002110,
  ConfirmByPhone1795400002120,
  TellPhonesOfUnlocking1795400003200,
  KeepCodesForTheCounter1795400003201,
  LetTheWorkerTellWhoseMatter1795400003101,
  TellPhonesFromTheDesk1795400003202,
  CloseOrganisations1795400003203,
  ManageOfficersPasskeys1795400003650,
  ShowRisksToTheirOwner1795400003760,
  TellPhonesOfBindings1795400003780,
];
