import { communesNow, formerUnits } from '#lib/organisations';
import { textIn } from '#lib/web';

/** Pressed without JavaScript to get the communes of the province chosen; its value is the field. */
export const showCommunes = 'show-communes';
/** The same for the districts and communes of before 1 July 2025, and what they are now. */
export const showFormer = 'show-former';

/** What a press on such a button means: what to save, and the drop-down to go on at. Undefined if none was pressed. */
export function showingPlaces(body: unknown): { sent: object; anchor: string } | undefined {
  const communesOf = textIn(body, showCommunes);
  // The commune chosen before is of another province, or the button would not have been pressed.
  if (communesOf) return cleared(body, communesOf, ['commune']);
  const formerOf = textIn(body, showFormer);
  return formerOf ? cleared(body, formerOf, outdated(body, formerOf)) : undefined;
}

type Part = 'district' | 'commune' | 'today';

function cleared(body: unknown, field: string, parts: Part[]) {
  const emptied = Object.fromEntries(parts.map((part) => [`${field}-${part}`, '']));
  return {
    sent: { ...(body as object), ...emptied },
    anchor: `${field}-${parts.includes('commune') ? parts[0] : 'commune'}`,
  };
}

/** What does not stand in what was chosen before it, or is not chosen yet, with all that follows. */
function outdated(body: unknown, field: string): Part[] {
  const said = (part: string) => textIn(body, `${field}-${part}`);
  const units = formerUnits();
  const district = units.find(said('district'));
  if (!district || district.parentCode !== said('province')) return ['district', 'commune', 'today'];
  const commune = units.find(said('commune'));
  const needed = units.below(district.code).length > 0;
  if (needed && commune?.parentCode !== district.code) return ['commune', 'today'];
  const known = communesNow(commune ?? district).some(({ code }) => code === said('today'));
  return known ? [] : ['today'];
}
