import { AccessEvent } from './access/access-event.entity.js';
import { CreateAudit1795400000001 } from './migrations/create-audit.js';
import { RecordIdentityChecks1795400001222 } from './migrations/record-identity-checks.js';
import { RecordLooksAtAnybody1795400003770 } from './migrations/record-looks-at-anybody.js';
import { RecordSharedData1795400002210 } from './migrations/record-shared-data.js';
import { ShowAccesses1795400001600 } from './migrations/show-accesses.js';

export * from './access/access-event.entity.js';
export * from './access/accesses-of.js';
export * from './access/record-access.js';

export const auditEntities = [AccessEvent];
export const auditMigrations = [
  CreateAudit1795400000001,
  RecordIdentityChecks1795400001222,
  ShowAccesses1795400001600,
  RecordSharedData1795400002210,
  RecordLooksAtAnybody1795400003770,
];
