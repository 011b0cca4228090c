import type { VNode } from 'preact';
import { legalDate, type Platform } from '#lib/platform';
import type { PageContext } from '#lib/web';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { describeService } from '../open-catalogue/service-record.js';
import { rowsOfDefinitions } from './defined-procedures.js';
import { knownProcedure } from './find-procedure.js';
import { ProcedurePage } from './page/procedure-page.js';
import { Procedure } from './procedure.entity.js';

/** The page of a procedure as it would be with this definition; nothing is stored. */
export async function previewProcedure(
  platform: Platform,
  context: PageContext,
  definition: ServiceDefinition,
): Promise<VNode> {
  const procedure = await rowOf(platform, definition);
  const record = describeService({ procedure, withdrawal: undefined }, definition);
  const { origin } = platform.config.portal;
  const today = legalDate(platform.clock.now());
  const shown = { context, procedure, definition, record, origin, today };
  return <ProcedurePage {...shown} withdrawn={undefined} related={[]} />;
}

/** As the catalogue knows it, or will once the definition is published. */
async function rowOf(platform: Platform, definition: ServiceDefinition): Promise<Procedure> {
  const { manager } = platform.database;
  const known = await knownProcedure(manager, definition.code);
  const [made] = await rowsOfDefinitions(manager, [definition]);
  if (!made) throw new Error('A definition makes one row');
  const { facts, flags } = known?.facts.source ? known : made;
  const { code, title, field, fieldSlug, ministry, levels, applicants } = facts;
  return manager.create(Procedure, {
    code,
    title,
    field,
    fieldSlug,
    ministry,
    levels,
    applicants,
    facts,
    flags,
    online: true,
    prose: known?.prose ?? null,
    importedAt: platform.clock.now(),
  });
}
