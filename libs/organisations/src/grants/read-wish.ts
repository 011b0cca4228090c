import { textIn } from '#lib/web';
import { officerRoles } from '../officers/officer-role.entity.js';
import { grantMonths, type RoleWish } from './propose-role.js';

/** The boxes of the form, by what they are called in it. */
export type WishField = 'agency' | 'staff-number' | 'full-name' | 'role' | 'months';
export type TypedWish = Record<WishField, string>;

/** What was typed, and either the wish it makes or the boxes to mend. */
export function readWish(
  body: unknown,
  agencyIds: string[],
): { typed: TypedWish; wish: RoleWish; wrong?: never } | { typed: TypedWish; wrong: WishField[] } {
  const typed = {
    agency: textIn(body, 'agency') || (agencyIds.length === 1 ? (agencyIds[0] as string) : ''),
    'staff-number': textIn(body, 'staff-number').toUpperCase(),
    'full-name': textIn(body, 'full-name').replace(/\s+/g, ' '),
    role: textIn(body, 'role'),
    months: textIn(body, 'months'),
  };
  const role = officerRoles.find((each) => each === typed.role);
  const months = grantMonths.find((each) => String(each) === typed.months);
  const wrong: Record<WishField, boolean> = {
    agency: !agencyIds.includes(typed.agency),
    'staff-number': !/^[\p{L}\d.-]{1,20}$/u.test(typed['staff-number']),
    'full-name': !/^(?=.*\p{L})[\p{L}\p{M}'’.\- ]{1,100}$/u.test(typed['full-name']),
    role: role === undefined,
    months: months === undefined,
  };
  if (role === undefined || months === undefined || Object.values(wrong).some(Boolean))
    return { typed, wrong: (Object.keys(wrong) as WishField[]).filter((field) => wrong[field]) };
  const { agency: agencyId, 'staff-number': staffNumber, 'full-name': fullName } = typed;
  return { typed, wish: { agencyId, staffNumber, fullName, role, months } };
}
