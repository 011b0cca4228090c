import { type WorkflowRole, workflowRoles } from '#lib/organisations';
import { rolesNamed, type WorkflowDefinition } from '#lib/workflow';

const inOrder: WorkflowRole[] = ['case', 'intake', 'approver'];

/** The role whose officers an application under this workflow is assigned to: who works on the case, where it has such. */
export function handlingRole(workflow: WorkflowDefinition): WorkflowRole {
  const named = rolesNamed(workflow).filter(({ relation }) => relation === undefined);
  const role = inOrder.find((each) => named.some((one) => one.role === each));
  return role ?? workflowRoles[0];
}
