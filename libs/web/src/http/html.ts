import { Header, Param, ParseUUIDPipe } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Refusal } from '#lib/platform';
import { renderPage } from '../page/render-page.js';

const html = 'text/html; charset=utf-8';

/** The handler returns the text of a page. */
export const Html = () => Header('content-type', html);

/** Sends a page, for handlers that sometimes redirect instead: they take `@Res()` and return this. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply.code(status).type(html).send(renderPage(page));
}

/** A path parameter that is an id; anything else is a page that does not exist. */
export const IdParam = (name = 'id') =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => new Refusal('not-found', 404) }));
