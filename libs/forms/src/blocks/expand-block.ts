import type { Localised } from '#lib/platform';
import type { Condition } from '../condition.js';
import type { PrefillSource } from '../field-type.js';
import type { FieldDefinition } from '../field-types.js';
import type { Block, BlockDefinition, BlockPart } from './block.js';
import { blocks } from './blocks.js';

/** The fields of a block, in the order of its parts. A part the block does not know is left out. */
export function expandBlock(definition: BlockDefinition): FieldDefinition[] {
  const block: Block = blocks[definition.type];
  return definition.parts.flatMap((name) => {
    const part = Object.hasOwn(block.parts, name) ? block.parts[name] : undefined;
    return part ? [fieldOf(definition, block, name, part)] : [];
  });
}

/** The id of the field that a part of a block is asked in: motherBirthDate. */
export function partId(block: Pick<BlockDefinition, 'id'>, part: string): string {
  return block.id + part.slice(0, 1).toUpperCase() + part.slice(1);
}

function fieldOf(definition: BlockDefinition, block: Block, name: string, part: BlockPart): FieldDefinition {
  const { who = block.who, optional = [], with: others = {} } = definition;
  const own = Object.hasOwn(others, name) ? others[name] : undefined;
  const when = allOf([definition.when, conditionOf(definition, name, part), own?.when]);
  const { optional: usually, ...field } = part.field;
  const mayBeEmpty = optional === true || optional.includes(name) || usually;
  return {
    ...(own?.type && own.type !== part.field.type ? {} : field),
    label: labelOf(part.label, who),
    ...(mayBeEmpty && { optional: true }),
    ...sourcesOf(definition, part),
    ...own,
    id: partId(definition, name),
    ...(when && { when }),
  } as FieldDefinition;
}

function labelOf(label: Localised, who: Localised | undefined): Localised {
  if (!who) return label;
  return {
    vi: `${label.vi} của ${who.vi}`,
    en: `${label.en} of ${who.en}`,
    fr: `${label.fr} ${who.fr}`,
  };
}

/** Vietnamese give their number and ethnic group, others a passport, if a block asks for both and says whose it is. */
function conditionOf(block: BlockDefinition, name: string, { of }: BlockPart): Condition | undefined {
  const asked = block.parts.indexOf('nationality');
  if (!of || asked < 0 || asked > block.parts.indexOf(name) || !block.parts.includes('passportNumber'))
    return undefined;
  const vietnamese: Condition = { eq: [partId(block, 'nationality'), 'VN'] };
  return of === 'vietnamese' ? vietnamese : { not: vietnamese };
}

function sourcesOf(block: BlockDefinition, { known }: BlockPart) {
  if (!known || !block.prefill) return {};
  const source = ({ prefill, prefillWhen }: PrefillSource): PrefillSource => ({
    prefill: `${prefill}.${known}`,
    ...(prefillWhen && { prefillWhen }),
  });
  return {
    ...source({ ...block, prefill: block.prefill }),
    ...(block.prefillOr && { prefillOr: block.prefillOr.map(source) }),
  };
}

function allOf(conditions: (Condition | undefined)[]): Condition | undefined {
  const [first, ...more] = conditions.filter((condition) => condition !== undefined);
  return first && more.length > 0 ? { all: [first, ...more] } : first;
}
