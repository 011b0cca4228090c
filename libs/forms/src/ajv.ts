import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** `ownProperties`: what every object inherits is no answer. `discriminator`: the definition's own schema uses it. */
export const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  unicodeRegExp: true,
  ownProperties: true,
  discriminator: true,
});
addFormats.default(ajv, ['date', 'email', 'uuid']);
