import { type WorkflowRole, workflowRoles } from '#lib/organisations';
import { CountLinks, type PageContext } from '#lib/web';
import { rolesAt } from '../case-file/officer-roles.js';
import type { QueueGroup } from './count-queue.js';
import { type QueueFilter, queueHref } from './queue-filter.js';
import { texts } from './texts.js';

/** How much there is of what; each number leads to the list it counts. */
export function QueueCounts(props: {
  context: PageContext;
  filter: QueueFilter;
  groups: QueueGroup[];
  /** How many hold a message that waits for an answer. */
  unanswered: number;
}) {
  const { context, filter, groups } = props;
  const t = texts(context.language);
  const here = queueHref({ ...filter, page: 1 });
  const officer = context.principal ?? { roles: [] };
  const sum = (count: (group: QueueGroup) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  const byTime = (show: 'open' | 'overdue' | 'today' | 'answered') => ({
    count: sum((group) => group[show]),
    text: t(`show-${show}`),
    href: queueHref({ show }),
    current: queueHref({ show }) === here,
    urgent: show === 'overdue',
  });
  const unanswered = {
    count: props.unanswered,
    text: t('show-unanswered'),
    href: queueHref({ show: 'unanswered' }),
    current: queueHref({ show: 'unanswered' }) === here,
  };
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
        byTime('open'),
        byTime('overdue'),
        byTime('today'),
        byTime('answered'),
        unanswered,
        ...held.map(mine),
      ]}
    />
  );
}
