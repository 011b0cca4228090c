import type { Application } from './application.entity.js';

/** Of the national statuses: the decision is signed. */
const processed = 9;

/** Whether an application is decided or has ended otherwise: who works on it, and where, is no question any more. */
export function isDecided({ status, waitsFor }: Pick<Application, 'status' | 'waitsFor'>): boolean {
  return status >= processed || waitsFor === 'nobody';
}
