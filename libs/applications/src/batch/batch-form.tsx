import { Button, ButtonGroup, type Content, type PageContext } from '#lib/web';
import type { BatchAct } from './make-batch.js';
import { texts } from './texts.js';

/** What the reader may do to many applications at once. */
export function offeredBatches({ principal }: PageContext): BatchAct[] {
  const held = new Set(principal?.roles.map(({ role }) => role));
  return [
    ...(held.has('intake') ? (['receive', 'return-result'] as const) : []),
    ...(held.has('approver') ? (['assign'] as const) : []),
  ];
}

/** A list of applications whose rows can be ticked, with what can be done to those chosen. */
export function BatchForm({
  context,
  acts = offeredBatches(context),
  children,
}: {
  context: PageContext;
  acts?: BatchAct[];
  children: Content;
}) {
  const t = texts(context.language);
  if (acts.length === 0) return <>{children}</>;
  return (
    <form method="post" action="/batches">
      {children}
      <ButtonGroup>
        {acts.map((act) => (
          <Button kind="secondary" name="act" value={act}>
            {t(`queue-${act}`)}
          </Button>
        ))}
      </ButtonGroup>
    </form>
  );
}
