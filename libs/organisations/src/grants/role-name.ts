import type { Language } from '#lib/platform';
import type { OfficerRoleName } from '../officers/officer-role.entity.js';
import { texts } from './texts.js';

/** What a role is called in a language. */
export function roleName(role: OfficerRoleName, language: Language): string {
  return texts(language)(`role-${role}`);
}
