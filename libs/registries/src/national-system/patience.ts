import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  type IPolicy,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { errors } from 'undici';

/** A 5xx: the system is there and cannot answer now. */
export class ServerError extends Error {
  constructor(readonly status: number) {
    super(`answered ${status}`);
  }
}

/** What a broken line looks like: worth a second try, unlike a slow system, which would only get more to do. */
const brokenLine = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * How long we bear with a national system: `timeoutMs` for each try, two more tries after a broken line or a 5xx,
 * and after six failures in a row nobody asks for ten seconds.
 */
export function patience(timeoutMs: number): IPolicy {
  return wrap(
    retry(handleWhen(isTransient), {
      maxAttempts: 2,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }),
    }),
    circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(6) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
}

function isTransient(error: Error & { code?: string }): boolean {
  if (error instanceof ServerError) return true;
  return !(error instanceof errors.ResponseExceededMaxSizeError) && brokenLine.has(error.code ?? '');
}
