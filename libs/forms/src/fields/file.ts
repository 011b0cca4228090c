import { type FileAnswer, isFileList } from '../answer.js';
import type { FieldBase, FieldType } from '../field-type.js';

/** Papers, uploaded one by one apart from the page: posting the page never changes them. */
export interface FileField extends FieldBase {
  type: 'file';
  /** Media types, such as 'image/jpeg'. */
  accept: string[];
  /** Largest size of one file, in units of 1,048,576 bytes. */
  maxMegabytes: number;
  /** 1 if not said. */
  maxFiles?: number;
}

export const file: FieldType<FileField, FileAnswer[]> = {
  settings: {
    accept: { type: 'array', items: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' }, minItems: 1 },
    maxMegabytes: { type: 'number', exclusiveMinimum: 0 },
    maxFiles: { type: 'integer', minimum: 1 },
  },
  requiredSettings: ['accept', 'maxMegabytes'],
  parts: [],
  missing: 'upload',
  holds: isFileList,
  read: () => undefined,
  write: () => ({}),
  schema: (field) => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        attachment: { type: 'string', format: 'uuid' },
        name: { type: 'string', minLength: 1, maxLength: 255 },
        sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        size: { type: 'integer', minimum: 1, maximum: bytes(field.maxMegabytes) },
        mediaType: { type: 'string', enum: field.accept },
      },
      required: ['attachment', 'name', 'sha256', 'size', 'mediaType'],
      additionalProperties: false,
    },
    minItems: 1,
    maxItems: field.maxFiles ?? 1,
  }),
  explain: (failures, _answer, field) => {
    const about = (keyword: string, property?: string) =>
      failures.some((failure) => failure.keyword === keyword && failure.path[1] === property);
    if (about('maxItems')) return { code: 'too-many-files', facts: { limit: field.maxFiles ?? 1 } };
    if (about('minimum', 'size')) return { code: 'file-empty' };
    if (about('maximum', 'size')) return { code: 'file-too-big', facts: { limit: field.maxMegabytes } };
    if (about('enum', 'mediaType')) return { code: 'file-kind', facts: { kinds: kindsOf(field) } };
    return { code: 'file-unreadable' };
  },
  display: (answer) => answer.map(({ name }) => name).join('; '),
};

function bytes(megabytes: number): number {
  return Math.floor(megabytes * 1_048_576);
}

/** 'image/jpeg' and 'application/pdf' as people know them: JPEG, PDF. */
function kindsOf(field: FileField): string {
  return field.accept.map((type) => type.replace(/^.*\//u, '').toUpperCase()).join(', ');
}
