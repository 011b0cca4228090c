import { AccessEvent } from './access/access-event.entity.js';
import { CreateAudit1795400000001 } from './migrations/create-audit.js';

export * from './access/access-event.entity.js';
export * from './access/record-access.js';

export const auditEntities = [AccessEvent];
export const auditMigrations = [CreateAudit1795400000001];
