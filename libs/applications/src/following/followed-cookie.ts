import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUUID } from 'class-validator';
import { type Platform, seal, unseal } from '#lib/platform';

const name = '__Host-follow';
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;
const minutes = 15;
const place = 'follow:cookie:application';

/** Lets this browser look at one application for a quarter of an hour; sealed, so that nobody makes such a cookie. */
export function letFollow(platform: Platform, reply: FastifyReply, applicationId: string): void {
  const until = platform.clock.now().getTime() + minutes * 60_000;
  const pass = seal(platform.config.secrets.encryptionKey, place, `${applicationId} ${until}`);
  reply.setCookie(name, pass, attributes);
}

/** The application this browser may look at now. */
export function followedIn(platform: Platform, request: FastifyRequest): string | undefined {
  const pass = request.cookies[name];
  if (!pass) return undefined;
  const [applicationId = '', until = ''] = opened(platform, pass).split(' ');
  const holds = Number(until) > platform.clock.now().getTime();
  return holds && isUUID(applicationId) ? applicationId : undefined;
}

export function stopFollowing(reply: FastifyReply): void {
  reply.clearCookie(name, attributes);
}

/** Whatever is in a cookie that we did not seal, or sealed with an older key, opens nothing. */
function opened(platform: Platform, pass: string): string {
  try {
    return unseal(platform.config.secrets.encryptionKey, place, pass);
  } catch {
    return '';
  }
}
