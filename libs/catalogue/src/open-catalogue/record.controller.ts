import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, Refusal, type Tx } from '#lib/platform';
import { sendCacheable, WhoMay } from '#lib/web';
import { ownDefinition } from '../revision/own-definition.js';
import { procedureCode } from '../procedure/procedure-code.js';
import { type CatalogueEntry, catalogueEntries } from './catalogue-entries.js';
import { cpsvAp } from './cpsv-ap.js';
import { readEntryQuery } from './entry-query.js';
import { serviceRecord, type ServiceRecord } from './service-record.js';
import { turtle } from './turtle.js';

/** The open catalogue, for other systems: the same for everybody, JSON, and CPSV-AP for those who know it. */
@Controller('api/v1/procedures')
export class RecordController {
  constructor(private readonly platform: Platform) {}

  /** A page of procedures by code; `next` leads to the one behind it. Refuses a query it cannot read (`api-query`, 400). */
  @Get()
  @WhoMay('anyone')
  async list(
    @Query() asked: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { limit, ...filter } = readEntryQuery(asked);
    const { manager } = this.platform.database;
    const found = await catalogueEntries(manager, { ...filter, order: 'code', limit: limit + 1 });
    const procedures = await Promise.all(found.slice(0, limit).map((entry) => recordOf(manager, entry)));
    const next = found.length > limit ? this.nextOf(request, procedures.at(-1)) : null;
    if (next) reply.header('link', `<${next}>; rel="next"`);
    return sendCacheable(request, reply, {
      type: 'application/json',
      body: JSON.stringify({ procedures, next }),
    });
  }

  /**
   * One procedure: as JSON, as JSON-LD or as Turtle, by `Accept` or by `?format=`, `jsonld` and `turtle`. Refuses a code
   * that nobody knows (`procedure-not-found`, 404).
   */
  @Get(':code')
  @WhoMay('anyone')
  async show(
    @Param('code') code: string,
    @Query('format') format: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { database, config } = this.platform;
    const known = procedureCode.test(code);
    const [entry] = known ? await catalogueEntries(database.manager, { code, order: 'code', limit: 1 }) : [];
    if (!entry) throw new Refusal('procedure-not-found', 404);
    const record = await recordOf(database.manager, entry);
    reply.header('vary', 'accept');
    const linked = () => cpsvAp(record, config.portal.origin);
    switch (formatOf(format, request.headers.accept)) {
      case 'jsonld':
        return sendCacheable(request, reply, { type: 'application/ld+json', body: JSON.stringify(linked()) });
      case 'turtle':
        return sendCacheable(request, reply, { type: 'text/turtle', body: await turtle(linked()) });
      default:
        return sendCacheable(request, reply, { type: 'application/json', body: JSON.stringify(record) });
    }
  }

  private nextOf(request: FastifyRequest, last: ServiceRecord | undefined): string {
    const address = new URL(request.url, this.platform.config.portal.origin);
    address.searchParams.set('after', last?.code ?? '');
    return address.href;
  }
}

async function recordOf(tx: Tx, entry: CatalogueEntry): Promise<ServiceRecord> {
  return serviceRecord(entry, await ownDefinition(tx, entry.procedure));
}

function formatOf(asked: unknown, accept = ''): 'jsonld' | 'turtle' | 'json' {
  if (asked === 'jsonld' || (asked === undefined && accept.includes('application/ld+json'))) return 'jsonld';
  if (asked === 'turtle' || (asked === undefined && accept.includes('text/turtle'))) return 'turtle';
  return 'json';
}
