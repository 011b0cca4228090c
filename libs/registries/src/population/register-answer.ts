import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type HouseholdMember, type RegisterPerson, relationships } from './register-person.js';

// What the register adds without being asked is dropped: we keep no more than we know how to use.
const ajv = new Ajv2020({ strict: true, removeAdditional: 'all' });
formats.default(ajv, ['date']);

const unit = (digits: number) => ({ type: 'string', pattern: `^[0-9]{${digits}}$` });
const idNumber = unit(12);
const place = {
  province: unit(2),
  commune: unit(5),
  detail: { type: 'string', maxLength: 300 },
};
const placeNames = ['province', 'commune', 'detail'];

const person = {
  type: 'object',
  properties: {
    idNumber,
    fullName: { type: 'string', minLength: 1, maxLength: 200 },
    birthDate: { type: 'string', format: 'date' },
    sex: { enum: ['male', 'female'] },
    phone: { type: 'string', pattern: '^0[0-9]{9}$' },
    deceased: { type: 'boolean' },
    nationality: { type: 'string', pattern: '^[A-Z]{2}$' },
    ethnicGroup: unit(2),
    spouseIdNumber: idNumber,
    residence: {
      type: 'object',
      properties: { ...place, kind: { enum: ['permanent', 'temporary'] } },
      required: [...placeNames, 'kind'],
      additionalProperties: false,
    },
    hometown: { type: 'object', properties: place, required: placeNames, additionalProperties: false },
  },
  required: ['idNumber', 'fullName', 'birthDate', 'sex', 'deceased', 'nationality', 'residence'],
  additionalProperties: false,
};

/** Whether the register's answer is a person. Drops from it what we do not know. */
export const isPerson = ajv.compile<RegisterPerson>(person);

/** Whether the register's answer is a household. Drops from it what we do not know. */
export const isHousehold = ajv.compile<{ members: HouseholdMember[] }>({
  type: 'object',
  properties: {
    members: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        ...person,
        properties: { ...person.properties, relationship: { enum: relationships } },
        required: [...person.required, 'relationship'],
      },
    },
  },
  required: ['members'],
  additionalProperties: false,
});
