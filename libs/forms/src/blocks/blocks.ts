import type { Block, BlockDefinition, BlockType } from './block.js';
import { organisation } from './organisation.js';
import { parcel } from './parcel.js';
import { person } from './person.js';
import { vehicle } from './vehicle.js';

/** Every kind of block, by the name definitions call it. */
export const blocks: Record<BlockType, Block> = { person, vehicle, parcel, organisation };

export function isBlock(field: { type?: unknown }): field is BlockDefinition {
  return typeof field.type === 'string' && Object.hasOwn(blocks, field.type);
}
