import type { Content } from './props.js';
import { Tag, type TagColour } from './tag.js';

/** The ten states of an application that the national portal knows. */
export type StatusNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

const colours: Record<StatusNumber, TagColour> = {
  1: 'blue',
  2: 'blue',
  3: 'red',
  4: 'blue',
  5: 'yellow',
  6: 'yellow',
  7: 'grey',
  8: 'red',
  9: 'green',
  10: 'green',
};

/** The state of an application, in the words given. */
export function StatusTag(props: { status: StatusNumber; children: Content }) {
  return <Tag colour={colours[props.status]}>{props.children}</Tag>;
}
