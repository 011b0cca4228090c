import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { forgetContents } from '#lib/documents';
import { Platform, say, transaction } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  Context,
  Html,
  IdParam,
  type PageContext,
  PageHeading,
  type Principal,
  renderPage,
  SitePage,
  WarningText,
  Who,
  WhoMay,
} from '#lib/web';
import { discardDraft } from './discard-draft.js';
import { moment } from './moment.js';
import { linkOf } from '../link/link.js';
import { draftOf } from './open-draft.js';
import { shortTitle } from './short-title.js';
import { texts } from './texts.js';

/** Deleting a draft, after asking once. */
@Controller('drafts/:id/removal')
export class DraftRemovalController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async ask(@Context() context: PageContext, @Who() principal: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const draft = await draftOf(manager, principal, id);
    const { definition } = await revisionById(manager, draft.revisionId);
    const { language } = context;
    const t = texts(language);
    return renderPage(
      <SitePage context={context} title={t('discard-title')} back={{ href: `/drafts/${id}` }}>
        <PageHeading
          caption={shortTitle(say(definition.title, language))}
          lead={t('discard-saved', { time: moment(this.platform, language, draft.savedAt) })}
        >
          {t('discard-title')}
        </PageHeading>
        <WarningText>{t('discard-text')}</WarningText>
        <form method="post" action={`/drafts/${id}/removal`}>
          <ButtonGroup>
            <Button kind="warning" preventDoubleClick>
              {t('discard-button')}
            </Button>
            <a class="govuk-link" href={`/drafts/${id}`}>
              {t('discard-keep')}
            </a>
          </ButtonGroup>
        </form>
      </SitePage>,
    );
  }

  @Post()
  @WhoMay('citizen')
  async discard(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    const { database } = this.platform;
    const { code, supplements, representedBy } = await draftOf(database.manager, principal, id);
    const link = await linkOf(database.manager, id);
    await forgetContents(this.platform, await transaction(database, (tx) => discardDraft(tx, principal, id)));
    if (supplements && representedBy === principal.id) return reply.redirect('/assisted-supplements', 303);
    const about = supplements ?? link?.originalId;
    return reply.redirect(about ? `/applications/${about}` : `/procedures/${code}/start`, 303);
  }
}
