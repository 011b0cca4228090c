import type { PageContext } from '#lib/web';
import { texts } from './texts.js';

/** Leads a cashier from the queue to their room. */
export function PaymentsLink({ context: { principal, language } }: { context: PageContext }) {
  if (!principal?.roles.some(({ role }) => role === 'cashier')) return null;
  return (
    <p>
      <a href="/payments">{texts(language)('title')}</a>
    </p>
  );
}
