import { type WorkflowRole, workflowRoles } from '#lib/organisations';
import { CountLinks, type PageContext } from '#lib/web';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { rolesAt } from '../case-file/officer-roles.js';
import type { QueueGroup } from './count-queue.js';
import { type QueueFilter, queueHref, type Whose, whoses } from './queue-filter.js';
import type { Queue } from './show-queue.js';
import { texts } from './texts.js';

/** How much there is of what; each number leads to the list it counts. */
export function QueueCounts(props: {
  context: PageContext;
  filter: QueueFilter;
  queue: Pick<Queue, 'groups' | 'times' | 'whose' | 'unanswered'>;
}) {
  const { context, filter, queue } = props;
  const { groups, times } = queue;
  const t = texts(context.language);
  const here = queueHref({ ...filter, page: 1 });
  const officer = context.principal ?? { roles: [] };
  const sum = (count: (group: QueueGroup) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  const counts = { ...times, open: sum(({ open }) => open), unanswered: queue.unanswered };
  const showing = (show: keyof typeof counts) => ({
    count: counts[show],
    text: t(`show-${show}`),
    href: queueHref({ show }),
    current: queueHref({ show }) === here,
    urgent: show === 'overdue',
  });
  const byWhose = (whose: Whose) => ({
    count: queue.whose[whose],
    text: assignmentTexts(context.language)(`show-${whose}`),
    href: queueHref({ whose }),
    current: queueHref({ whose }) === here,
  });
  const mine = (role: WorkflowRole) => ({
    count: sum((group) =>
      group.turnOf.includes(role) && rolesAt(officer, group.agencyId).includes(role) ? group.open : 0,
    ),
    text: t(`my-${role}`),
    href: queueHref({ turn: `my-${role}` }),
    current: queueHref({ turn: `my-${role}` }) === here,
  });
  const held = workflowRoles.filter((role) => officer.roles.some((each) => each.role === role));
  return (
    <CountLinks
      label={t('counts')}
      links={[
        showing('open'),
        showing('overdue'),
        showing('today'),
        showing('answered'),
        showing('unanswered'),
        ...held.map(mine),
        ...(held.length > 0 ? whoses.map(byWhose) : []),
      ]}
    />
  );
}
