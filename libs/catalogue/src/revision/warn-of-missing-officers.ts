import { Logger } from '@nestjs/common';
import type { Tx } from '#lib/platform';
import { findingWords } from '#lib/workflow';
import { checkOfficers } from '../definition/check-officers.js';
import type { Revision } from './revision.entity.js';

const logger = new Logger('Publication');

/** Says in the log which roles of a revision that was just published nobody holds; publishing goes on all the same. */
export async function warnOfMissingOfficers(
  tx: Tx,
  { code, number, definition }: Revision,
  now: Date,
): Promise<void> {
  const findings = await checkOfficers(tx, definition, now);
  const said = findings.map((finding) => findingWords(finding, 'en')).join(' ');
  if (said) logger.warn(`${code}, revision ${number}: ${said}`);
}
