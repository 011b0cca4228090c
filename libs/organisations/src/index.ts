import { Agency } from './agencies/agency.entity.js';
import { AskWhomOfficersLiveWith1795400003740 } from './migrations/ask-whom-officers-live-with.js';
import { CreateOrganisations1795400000002 } from './migrations/create-organisations.js';
import { KeepOfficeHours1795400002500 } from './migrations/keep-office-hours.js';
import { KnowIdentityOfficers1795400001221 } from './migrations/know-identity-officers.js';
import { TellBodiesApart1795400001200 } from './migrations/tell-bodies-apart.js';
import { Officer } from './officers/officer.entity.js';
import { OfficerRole } from './officers/officer-role.entity.js';
import { OfficerIdentityChange } from './officer-identity/identity-change.entity.js';
import { RecordOfficersIdentities1795400002220 } from './migrations/record-officers-identities.js';
import { RoleGrant } from './grants/role-grant.entity.js';
import { GrantRolesByTwo1795400001500 } from './migrations/grant-roles-by-two.js';
import { GivePlacesAndAgenciesATime1795400002900 } from './migrations/give-places-and-agencies-a-time.js';
import { LetTheWorkerCompareOfficers1795400003102 } from './migrations/let-the-worker-compare-officers.js';
import { KnowCashiers1795400002801 } from './migrations/know-cashiers.js';
import { NoteOfficersIdentitiesByTwo1795400003300 } from './migrations/note-officers-identities-by-two.js';
import { EndEndlessRoles1795400003301 } from './migrations/end-endless-roles.js';
import { PlaceRow } from './places/place.entity.js';

export * from './agencies/agencies-in-time.js';
export * from './agencies/agency.entity.js';
export * from './agencies/agency-at.js';
export * from './agencies/agency-name.js';
export * from './agencies/find-agency.js';
export * from './agencies/search-agencies.js';
export * from './agencies/seed-organisations.js';
export * from './agencies/superior-agency.js';
export * from './office-hours/office-hours-of.js';
export * from './office-hours/seed-office-hours.js';
export { type AdministrativeChange, ChangeError } from './changes/administrative-change.js';
export * from './changes/carry-out-change.js';
export * from './changes/divided-agencies.js';
export * from './changes/place-officer.js';
export * from './changes/preview-change.js';
export { readChange } from './changes/read-change.js';
export * from './grants/role-name.js';
export * from './officers/appoint-officer.js';
export * from './officers/find-officer.js';
export * from './officers/is-administrator.js';
export {
  indexesCloseToOfficers,
  isKnownPerson,
  isKnownPersonSql,
  isOwnOrHousehold,
  isOwnOrHouseholdSql,
  officerIdentityIndex,
  officersUnconcerned,
} from './officers/officer-identity.js';
export * from './officers/officer-lookup.js';
export * from './officers/officer.entity.js';
export * from './officers/officer-role.entity.js';
export * from './officers/officers-holding.js';
export * from './officer-identity/note-known-officer.js';
export * from './officer-identity/note-officer-identity.js';
export { knownOfficer } from './officers/known-officer.js';
export * from './officers/organisations-desk.module.js';
export * from './officers/roles-held.js';
export * from './officers/seed-officers.js';
export * from './places/address-today.js';
export * from './places/former-units.js';
export * from './places/keep-places-current.js';
export * from './places/known-places.js';
export * from './places/organisations-portal.module.js';
export * from './places/place-words.js';
export * from './places/places.js';

export const organisationsEntities = [
  PlaceRow,
  Agency,
  Officer,
  OfficerRole,
  OfficerIdentityChange,
  RoleGrant,
];
export const organisationsMigrations = [
  CreateOrganisations1795400000002,
  TellBodiesApart1795400001200,
  KnowIdentityOfficers1795400001221,
  GrantRolesByTwo1795400001500,
  RecordOfficersIdentities1795400002220,
  KeepOfficeHours1795400002500,
  KnowCashiers1795400002801,
  GivePlacesAndAgenciesATime1795400002900,
  LetTheWorkerCompareOfficers1795400003102,
  NoteOfficersIdentitiesByTwo1795400003300,
  EndEndlessRoles1795400003301,
  AskWhomOfficersLiveWith1795400003740,
];
