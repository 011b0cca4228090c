// Sign-ins over HTTP against bare verifyAuthenticationResponse in a loop.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { openConnection } from './connection.mjs';
import { uuid } from './product.mjs';

const people = 50;
const eachRound = 1500;
const rounds = 5;
const atOnce = 16;

/** Measures in turn, so that whatever else the machine does hits both alike. */
export async function signInBench({ portal, database, usage }) {
  const citizens = [];
  for (let count = 0; count < people; count++) citizens.push(await newCitizen(database, portal));
  const bare = [];
  const whole = [];
  const times = [];
  const spent = { baseline: 0, client: 0, product: 0, database: 0 };
  await signInMany(portal, citizens, 500, []);
  for (let round = 0; round < rounds; round++) {
    await database.query('TRUNCATE identity.throttle');
    const began = await usage();
    bare.push(await verifyMany(citizens, eachRound, portal));
    const before = await usage();
    whole.push(await signInMany(portal, citizens, eachRound, times));
    const after = await usage();
    spent.baseline += before.client - began.client;
    for (const part of Object.keys(after)) spent[part] += after[part] - before[part];
  }
  return {
    name: 'sign-ins',
    unit: '/s',
    value: median(whole),
    baseline: 'verifyAuthenticationResponse alone',
    baselineValue: median(bare),
    goal: 0.5,
    processorMilliseconds: Object.fromEntries(
      Object.entries(spent).map(([part, sum]) => [part, sum / (eachRound * rounds)]),
    ),
    p99Milliseconds: times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)],
  };
}

async function newCitizen(database, portal) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const [personId, credentialId, userHandle] = [uuid(), randomBytes(32), randomBytes(64)];
  await database.query(
    `INSERT INTO identity.person (id, id_number_sealed, id_number_index, full_name, birth_date, sex, assurance, evidence, created_at)
      VALUES ($1, '', $2, 'Bench', '1990-01-01', 'female', 1, '{}', now())`,
    [personId, randomBytes(16).toString('hex')],
  );
  await database.query(
    `INSERT INTO identity.passkey (id, audience, owner_id, credential_id, public_key, user_handle, sign_count, aaguid, transports, backup_eligible, backed_up, created_at)
      VALUES ($1, 'portal', $2, $3, $4, $5, 0, $6, '{internal}', false, false, now())`,
    [uuid(), personId, credentialId, cose, userHandle, '00000000-0000-0000-0000-000000000000'],
  );
  const rpIdHash = createHash('sha256').update(new URL(portal).hostname).digest();
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.from('0500000000', 'hex')]);
  return {
    privateKey,
    cose,
    credentialId: credentialId.toString('base64url'),
    userHandle,
    authenticatorData,
  };
}

function assertion({ privateKey, credentialId, userHandle, authenticatorData }, challenge, origin) {
  const clientDataJSON = Buffer.from(
    JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }),
  );
  const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
  return {
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      userHandle: userHandle.toString('base64url'),
    },
  };
}

async function verifyMany(citizens, count, origin) {
  const challenge = randomBytes(32).toString('base64url');
  const prepared = citizens.map((citizen) => ({ citizen, response: assertion(citizen, challenge, origin) }));
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    const { citizen, response } = prepared[index % prepared.length];
    const { verified } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: { id: citizen.credentialId, publicKey: new Uint8Array(citizen.cose), counter: 0 },
    });
    if (!verified) throw new Error('Not verified');
  }
  return (count * 1000) / (performance.now() - began);
}

async function signInMany(portal, citizens, count, times) {
  let left = count;
  const connections = await Promise.all(Array.from({ length: atOnce }, () => openConnection(portal)));
  const began = performance.now();
  const worker = async (connection) => {
    while (left-- > 0) {
      const citizen = citizens[left % citizens.length];
      const start = performance.now();
      const asked = await connection.post('/sign-in/challenge', {});
      const credential = assertion(citizen, asked.body.publicKey.challenge, portal);
      const answer = await connection.post('/sign-in', { credential }, asked.cookies);
      if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(connections.map(worker));
  const perSecond = (count * 1000) / (performance.now() - began);
  for (const connection of connections) connection.close();
  return perSecond;
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
