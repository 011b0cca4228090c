import { formatDateTime } from '#lib/calendar';
import type { Platform, Tx } from '#lib/platform';
import { InsetText, type PageContext } from '#lib/web';
import { Person } from '../person/person.entity.js';
import { recoveryTexts } from './texts.js';

/** Until when acts of level 2 wait after a recovery without a counter; undefined where they do not. */
export async function heldUntilOf(tx: Tx, { clock }: Platform, id: string): Promise<Date | undefined> {
  const { heldUntil } = await tx
    .getRepository(Person)
    .findOneOrFail({ where: { id }, select: { id: true, heldUntil: true } });
  return heldUntil && heldUntil > clock.now() ? heldUntil : undefined;
}

/** Tells that acts of level 2 wait, and what ends the wait; nothing where they do not. */
export function HeldNotice({
  context: { language },
  until,
}: {
  context: PageContext;
  until: Date | undefined;
}) {
  if (!until) return null;
  return <InsetText>{recoveryTexts(language)('held', { when: formatDateTime(language, until) })}</InsetText>;
}
