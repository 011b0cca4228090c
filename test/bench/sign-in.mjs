// Sign-ins over HTTP against bare verifyAuthenticationResponse in a loop.
import { randomBytes } from 'node:crypto';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { assertion, newCitizen } from './citizen.mjs';
import { many } from './connection.mjs';
import { median, percentile, processorTimes } from './figures.mjs';
import { startProduct } from './product.mjs';

const people = 100;
const eachRound = 1500;
const rounds = 5;
/** Few people at once, and so many that the product has no pause: what it can do at most. */
const peopleAtOnce = [16, 64];

/** Measures in turn, so that whatever else the machine does hits both alike. */
export async function signInBench() {
  const product = await startProduct();
  try {
    const measures = [];
    for (const atOnce of peopleAtOnce) measures.push(await measure(product, atOnce));
    return measures;
  } finally {
    await product.stop();
  }
}

async function measure({ portal, database, usage }, atOnce) {
  const citizens = [];
  for (let count = 0; count < people; count++) citizens.push(await newCitizen(database, portal));
  const bare = [];
  const whole = [];
  const times = [];
  const spent = { baseline: 0, client: 0, product: 0, database: 0 };
  await signInMany(portal, citizens, 500, [], atOnce);
  for (let round = 0; round < rounds; round++) {
    await database.query('TRUNCATE identity.throttle');
    const began = await usage();
    bare.push(await verifyMany(citizens, eachRound, portal));
    const before = await usage();
    whole.push(await signInMany(portal, citizens, eachRound, times, atOnce));
    const after = await usage();
    spent.baseline += before.client - began.client;
    for (const part of Object.keys(after)) spent[part] += after[part] - before[part];
  }
  return {
    name: `sign-ins, ${atOnce} at once`,
    unit: '/s',
    value: median(whole),
    baseline: 'verifyAuthenticationResponse alone',
    baselineValue: median(bare),
    goal: 0.5,
    processorMilliseconds: processorTimes(spent, eachRound * rounds),
    p99Milliseconds: percentile(times, 0.99),
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

function signInMany(portal, citizens, count, times, atOnce) {
  const signIn = async (connection, index) => {
    const citizen = citizens[index % citizens.length];
    const asked = await connection.post('/sign-in/challenge', {});
    const { challenge } = JSON.parse(asked.body).publicKey;
    const credential = assertion(citizen, challenge, portal);
    const answer = await connection.post('/sign-in', { credential }, asked.cookies);
    if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}`);
  };
  return many(portal, count, times, signIn, atOnce);
}
