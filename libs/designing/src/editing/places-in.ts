import { languages } from '#lib/platform';
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';

/** A value in a text that a form can change, and nothing around it. */
export interface Place {
  /** Keys and numbers of items from 0, joined by `/`. */
  path: string;
  /** The last key. */
  key: string;
  /** Id of the field, page, paper, list item or case it stands in. */
  of: string | undefined;
  kind: 'words' | 'number' | 'workflow';
  value: string;
  /** Where it stands in the text, as offsets. */
  range: [number, number];
}

const numbers = new Set([
  'amountDong',
  'workingDays',
  'calendarDays',
  'workingHours',
  'months',
  'assurance',
  'formerRevisionDays',
]);

/** Everything in a text that a form can change: words in a language, amounts, times and a workflow's name; none where it is no YAML. */
export function placesIn(text: string): Place[] {
  const places: Place[] = [];
  try {
    const document = parseDocument(text);
    if (document.errors.length === 0) collect(document.contents, '', undefined, places);
  } catch {
    return [];
  }
  return places;
}

function collect(node: unknown, path: string, of: string | undefined, places: Place[]): void {
  if (isSeq(node)) node.items.forEach((item, index) => collect(item, `${path}/${index}`, of, places));
  if (!isMap(node)) return;
  const own = ['id', 'value'].map((name) => node.get(name)).find((each) => typeof each === 'string');
  const inside = typeof own === 'string' ? own : of;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    const place = path === '' ? key : `${path}/${key}`;
    const kind = kindOf(key, path);
    if (kind && isScalar(pair.value)) add(places, { path: place, key, of: inside, kind }, pair.value);
    else collect(pair.value as Node | null, place, inside, places);
  }
}

function kindOf(key: string, path: string): Place['kind'] | undefined {
  if (path === '' && key === 'workflow') return 'workflow';
  if (numbers.has(key)) return 'number';
  return (languages as readonly string[]).includes(key) ? 'words' : undefined;
}

/** What is named to be used elsewhere, or written over several lines, is better changed in the text. */
function add(places: Place[], place: Omit<Place, 'value' | 'range'>, scalar: Scalar): void {
  const { anchor, type, range, value } = scalar;
  if (anchor || !range || type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return;
  places.push({ ...place, value: value === null ? '' : String(value), range: [range[0], range[1]] });
}
