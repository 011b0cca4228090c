import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import { addInboxEntry } from '#lib/notifications';
import { type Language, languages, type Localised, say } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { childOf } from '../children/child.js';
import type { EffectHandler } from '../effect/effects.js';
import { isRateable } from './rating.js';
import { texts } from './texts.js';

/**
 * Asks the applicant, once, how they found the handling. Nothing before there is a result, and nothing for a part of
 * another application: the whole is rated.
 */
export const inviteRating: EffectHandler = async (platform, { applicationId }) => {
  const tx = platform.database.manager;
  const application = await tx.getRepository(Application).findOneByOrFail({ id: applicationId });
  if (!isRateable(application) || (await childOf(tx, applicationId))) return;
  const { definition } = await revisionById(tx, application.revisionId);
  await addInboxEntry(tx, {
    personId: application.personId,
    aboutId: v5('rating', applicationId),
    sequence: 1,
    namesSomebody: false,
    title: inEach((language) => texts(language)('invitation')),
    body: inEach((language) =>
      texts(language)('invitation-body', {
        procedure: say(definition.title, language),
        number: application.number,
      }),
    ),
    href: `/applications/${applicationId}/rating`,
    at: platform.clock.now(),
  });
};

const inEach = (words: (language: Language) => string): Localised =>
  Object.fromEntries(languages.map((language) => [language, words(language)])) as unknown as Localised;
