import type { Localised } from '#lib/platform';
import { eventsWith, everyTransition, guardNamed, type WorkflowDefinition } from '#lib/workflow';
import type { ChildDefinition } from './child-definition.js';
import type { ServiceDefinition } from './service-definition.js';

const words = (vi: string): Localised => ({ vi, en: vi, fr: vi });

/**
 * The smallest services that use a workflow, to walk through it: with a fee, and without one where the workflow asks
 * what is to be paid.
 */
export function walkableServices(workflow: WorkflowDefinition): ServiceDefinition[] {
  const service: ServiceDefinition = {
    code: `walk.${workflow.id}`,
    title: workflow.title,
    field: 'walk',
    authority: 'province',
    route: 'place',
    online: 'full',
    assurance: 0,
    applicants: [],
    deadline: { workingDays: 5, onSupplement: 'suspend' },
    fee: { amountDong: 50_000 },
    papers: [],
    form: {
      pages: [
        {
          id: 'place',
          title: words('Nơi nộp'),
          fields: [{ id: 'place', type: 'address', label: words('Nơi nộp'), detail: 'none' }],
        },
      ],
    },
    workflow,
    ...(eventsWith(workflow, 'open-children').length > 0 && { children: [walkedPart] }),
    result: { title: words('Kết quả') },
    sources: [],
    assumptions: [],
  };
  const free: ServiceDefinition = {
    ...service,
    code: `${service.code}.free`,
    fee: { amountDong: 0 },
    deadline: { months: 1, onSupplement: 'restart' },
  };
  return readsPayment(workflow) ? [service, free] : [service];
}

/**
 * A service as it is walked. Where its workflow asks what is to be paid, once with something to pay and once with nothing:
 * its own fee may follow from answers that the walk does not give.
 */
export function withAndWithoutFee(service: ServiceDefinition): ServiceDefinition[] {
  if (!readsPayment(service.workflow)) return [service];
  return [50_000, 0].map((amountDong) => ({ ...service, fee: { amountDong } }));
}

/** A part that can be opened whatever was answered. */
const walkedPart: ChildDefinition = {
  id: 'part',
  code: '2.000986.BHYT',
  title: words('Một phần'),
  ifStopped: 'stays',
  answers: {
    childName: { value: 'Trẻ Đi Thử' },
    childBirthDate: { value: '2026-01-02' },
    childSex: { value: 'female' },
    residencePlace: { value: { province: '01', commune: '00082', detail: '1' } },
    requesterName: { value: 'Người Đi Thử' },
    requesterPhone: { value: '0912345678' },
    firstHospital: { value: 'Trạm y tế' },
  },
};

function readsPayment(workflow: WorkflowDefinition): boolean {
  return everyTransition(workflow).some(
    ({ one: { guard } }) => guard && guardNamed(guard)?.reads === 'payment',
  );
}
