import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { sendCacheable, WhoMay } from '#lib/web';
import { catalogueEntries } from './catalogue-entries.js';

/** Addresses a file; sitemaps.org allows 50,000. */
const size = 10_000;

/** For search engines: which pages there are (sitemaps.org 0.9), and which are nobody's but a person's own. */
@Controller()
export class SitemapController {
  constructor(private readonly platform: Platform) {}

  @Get('robots.txt')
  @WhoMay('anyone')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  robots() {
    return `User-agent: *
Disallow: /account
Disallow: /applications
Disallow: /oidc/
Disallow: /sign-in
Disallow: /sign-up
Sitemap: ${this.origin()}/sitemap.xml
`;
  }

  @Get('sitemap.xml')
  @WhoMay('anyone')
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [{ n }] = await this.platform.database.query('SELECT count(*)::int AS n FROM catalogue.procedure');
    const files = Array.from({ length: Math.max(1, Math.ceil(n / size)) }, (_, index) => index + 1);
    return sendCacheable(request, reply, {
      type: 'application/xml',
      body: document(
        'sitemapindex',
        files.map((file) => `<sitemap><loc>${this.origin()}/sitemaps/${file}</loc></sitemap>`),
      ),
    });
  }

  /** The pages of one file of the sitemap, from 1. Refuses a file that there is none of (`not-found`, 404). */
  @Get('sitemaps/:file')
  @WhoMay('anyone')
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!/^[1-9]\d{0,3}$/.test(file)) throw new Refusal('not-found', 404);
    const skip = (Number(file) - 1) * size;
    const { manager } = this.platform.database;
    const entries = await catalogueEntries(manager, { order: 'code', skip, limit: size });
    if (entries.length === 0 && skip > 0) throw new Refusal('not-found', 404);
    const pages = entries
      .filter(({ withdrawal }) => !withdrawal)
      .map(
        ({ procedure: { code }, changedAt }) =>
          `<url><loc>${this.origin()}/procedures/${code}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`,
      );
    const general =
      skip === 0 ? ['/', '/procedures'].map((path) => `<url><loc>${this.origin()}${path}</loc></url>`) : [];
    return sendCacheable(request, reply, {
      type: 'application/xml',
      body: document('urlset', [...general, ...pages]),
    });
  }

  private origin(): string {
    return this.platform.config.portal.origin;
  }
}

function document(root: string, lines: string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</${root}>
`;
}
