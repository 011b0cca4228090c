import { auditEntities, auditMigrations } from '#lib/audit';
import { applicationsEntities, applicationsMigrations } from '#lib/applications';
import { catalogueEntities, catalogueMigrations } from '#lib/catalogue';
import { documentsEntities, documentsMigrations } from '#lib/documents';
import { identityEntities, identityMigrations } from '#lib/identity';
import { notificationsEntities, notificationsMigrations } from '#lib/notifications';
import { paymentsEntities, paymentsMigrations } from '#lib/payments';
import { transparencyEntities, transparencyMigrations } from '#lib/transparency';
import { designingEntities, designingMigrations } from '#lib/designing';
import { organisationsEntities, organisationsMigrations } from '#lib/organisations';
import { CreateRoles1795400000000 } from './create-roles.js';

/** Every table of the portal: the entities and migrations of all libs. */
export const entities = [
  ...auditEntities,
  ...organisationsEntities,
  ...identityEntities,
  ...catalogueEntities,
  ...documentsEntities,
  ...notificationsEntities,
  ...paymentsEntities,
  ...applicationsEntities,
  ...transparencyEntities,
  ...designingEntities,
];

export const migrations = [
  CreateRoles1795400000000,
  ...auditMigrations,
  ...organisationsMigrations,
  ...identityMigrations,
  ...catalogueMigrations,
  ...documentsMigrations,
  ...notificationsMigrations,
  ...paymentsMigrations,
  ...applicationsMigrations,
  ...transparencyMigrations,
  ...designingMigrations,
];
