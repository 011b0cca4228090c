import { type Officer, officersHolding, type WorkflowRole } from '#lib/organisations';
import type { Tx } from '#lib/platform';

/** An officer with the role that others can stand in for them in: that of who works on cases, where they hold it. */
export interface StaffMember extends Officer {
  role: WorkflowRole;
}

const inOrder: WorkflowRole[] = ['case', 'intake', 'approver'];

/** Who handles applications at an agency, by staff number, once each. */
export async function staffAt(tx: Tx, agencyId: string, at: Date): Promise<StaffMember[]> {
  const staff = new Map<string, StaffMember>();
  for (const role of inOrder)
    for (const officer of await officersHolding(tx, agencyId, role, at))
      if (!staff.has(officer.id)) staff.set(officer.id, { ...officer, role });
  return [...staff.values()].toSorted((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1));
}
