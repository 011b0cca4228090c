import type { FastifyReply } from 'fastify';

/** Sends a text as a file to keep. */
export function sendText(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .type('application/yaml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text);
}
