import { type Officer, officersHolding, type WorkflowRole } from '#lib/organisations';
import type { Tx } from '#lib/platform';

/** An officer with the roles they handle applications in. */
export interface StaffMember extends Officer {
  /** In which others can stand in for them: that of who works on cases, where they hold it. */
  role: WorkflowRole;
  /** All of them, that one first. */
  roles: WorkflowRole[];
}

const inOrder: WorkflowRole[] = ['case', 'intake', 'approver'];

/** Who handles applications at an agency, by staff number, once each. */
export async function staffAt(tx: Tx, agencyId: string, at: Date): Promise<StaffMember[]> {
  const staff = new Map<string, StaffMember>();
  for (const role of inOrder)
    for (const officer of await officersHolding(tx, agencyId, role, at)) {
      const known = staff.get(officer.id);
      if (known) known.roles.push(role);
      else staff.set(officer.id, { ...officer, role, roles: [role] });
    }
  return [...staff.values()].toSorted((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1));
}
