import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, say } from '#lib/platform';
import { Context, type PageContext, sendCacheable, WhoMay } from '#lib/web';
import { ownDefinition } from '../revision/own-definition.js';
import { texts } from '../procedure/page/texts.js';
import { type CatalogueEntry, catalogueEntries } from './catalogue-entries.js';
import { xmlText } from './xml.js';

const entriesShown = 50;

/** What changed in the catalogue of late, for readers of feeds: Atom (RFC 4287). */
@Controller('procedures.atom')
export class FeedController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  async show(
    @Context() { language }: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { database, clock, config } = this.platform;
    const { origin } = config.portal;
    const t = texts(language);
    const entries = await catalogueEntries(database.manager, { order: 'latest-first', limit: entriesShown });
    const entryXml = async ({ procedure, withdrawal, changedAt }: CatalogueEntry) => {
      const { code, field, facts } = procedure;
      const title = say(
        (await ownDefinition(database.manager, procedure))?.title ?? { vi: facts.title },
        language,
      );
      return `<entry>
<id>${origin}/procedures/${code}</id>
<title>${xmlText(title)}</title>
<updated>${changedAt.toISOString()}</updated>
<link href="${origin}/procedures/${code}"/>
<category term="${xmlText(field)}"/>
<summary>${xmlText(withdrawal ? t('feed-withdrawn', { code }) : t('feed-changed', { code }))}</summary>
</entry>`;
    };
    const updated = entries[0]?.changedAt ?? clock.now();
    const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${origin}/procedures.atom</id>
<title>${xmlText(t('feed-title'))}</title>
<updated>${updated.toISOString()}</updated>
<author><name>Cổng dịch vụ công</name></author>
<link rel="self" href="${origin}/procedures.atom"/>
<link href="${origin}/procedures"/>
${(await Promise.all(entries.map(entryXml))).join('\n')}
</feed>
`;
    reply.header('vary', 'accept-language, cookie');
    return sendCacheable(request, reply, { type: 'application/atom+xml', body });
  }
}
