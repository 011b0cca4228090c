import type { Tx } from '#lib/platform';
import { setScopeNames } from '../representation/scope-names.js';
import { readGrant } from './read-grant.js';

const tx = undefined as unknown as Tx;
const posted = {
  idNumber: '001 190 055 555',
  fullName: ' Lê  Thị Em ',
  scope: 'procedures',
  procedures: '1.001193; 9.999999,1.001193 8.888888',
  days: '30',
};
const known = (...codes: string[]) =>
  setScopeNames({
    fields: async () => new Map(),
    procedures: async (_, asked) =>
      new Map(asked.filter((code) => codes.includes(code)).map((code) => [code, code])),
  });

test('codes the catalogue does not know are named, all of them', async () => {
  known('1.001193');
  await expect(readGrant(tx, posted)).rejects.toMatchObject({
    code: 'scope-unknown',
    facts: { codes: '9.999999, 8.888888' },
  });
});

test('what is known is read once each, with the name as meant', async () => {
  known('1.001193', '9.999999', '8.888888');
  expect(await readGrant(tx, posted)).toEqual({
    invited: { idNumber: '001190055555', fullName: 'Lê Thị Em' },
    days: 30,
    scopes: { procedures: ['1.001193', '9.999999', '8.888888'], fields: [] },
  });
});
