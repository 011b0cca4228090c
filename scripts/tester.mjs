// npm run tester -- PERSON [--headless]
// Opens a Chromium whose virtual authenticator holds the passkey of a person of the sandbox's register (ID number or
// name) or of an officer (staff number or name), signed in at the running product. The first time it makes the account
// or enrols the officer; the passkey is kept in DATA_DIR/testers. With --headless it signs in, says so and ends.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const { env } = process;
const at = {
  portal: `http://localhost:${env.PORTAL_PORT ?? 3000}`,
  desk: `http://desk.localhost:${env.DESK_PORT ?? 3001}`,
  sandbox: `http://national.localhost:${env.SANDBOX_PORT ?? 3002}`,
};
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const headless = process.argv.includes('--headless');

const who = find(wanted.join(' '));
const safe = join(resolve(env.DATA_DIR ?? '.data'), 'testers');
const file = join(safe, `${who.key}.json`);
const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

const browser = await chromium
  .launch({
    executablePath: [env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
      (place) => place && existsSync(place),
    ),
    headless,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  .catch(({ message }) =>
    quit(
      /X server|DISPLAY/.test(message)
        ? 'No window can be opened here, for there is no display: add --headless to sign in and see that it works.'
        : `No Chromium could be started; CHROMIUM_PATH says where it is: ${message.split('\n')[0]}`,
    ),
  );
const context = await browser.newContext({ locale: 'vi-VN', viewport: headless ? undefined : null });
// An authenticator belongs to one tab: each gets one with the passkeys there are, unless it is closed before.
context.on('page', (opened) => void giveAuthenticator(opened).catch(() => undefined));
const page = await context.newPage();
await giveAuthenticator(page);
try {
  await (kept.length > 0 ? signIn() : who.staff ? enrol() : signUp());
} catch (error) {
  await browser.close();
  quit(
    `${who.name} could not be signed in at ${who.staff ? at.desk : at.portal}: ${error.message.split('\n')[0]}`,
  );
}
console.log(`${who.name} is signed in: ${page.url()}`);
if (!headless) await lastTabClosed();
await browser.close();

/** Chromium itself would run on without a window. */
function lastTabClosed() {
  return new Promise((closed) => {
    const watch = (tab) => tab.once('close', () => context.pages().length === 0 && closed());
    context.pages().forEach(watch);
    context.on('page', watch);
    browser.once('disconnected', closed);
  });
}

function find(name) {
  if (!name) quit('Name somebody: npm run tester -- 001090012345, or -- "Trần Thanh Mai", or -- CB001');
  const people = read('apps/national-sandbox/data/people.yaml').flatMap(({ members }) => members);
  const officers = read('libs/organisations/data/officers.yaml').flatMap(({ officers: staff }) => staff);
  const all = [
    ...people.map((person) => ({ ...person, key: person.idNumber, name: person.fullName })),
    ...officers.map((officer) => ({ key: officer.staffNumber, name: officer.name, staff: true })),
  ];
  const found = all.filter(({ key, name: full }) => [key, full].some((each) => plain(each) === plain(name)));
  if (found.length === 0) quit(`Nobody of the register and no officer is called ${name}.`);
  if (found.length > 1)
    quit(`Several are called ${name}; say which: ${found.map(({ key }) => key).join(', ')}.`);
  return found[0];
}

function plain(text) {
  return text.normalize('NFC').toLocaleLowerCase('vi');
}

function read(path) {
  return parse(readFileSync(join(root, path), 'utf8'));
}

function giveAuthenticator(tab) {
  tab.withAuthenticator ??= addAuthenticator(tab);
  return tab.withAuthenticator;
}

async function addAuthenticator(tab) {
  const devtools = await context.newCDPSession(tab);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  for (const credential of kept)
    await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
  const keep = async () => {
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    kept.splice(0, kept.length, ...credentials);
    mkdirSync(safe, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  };
  for (const event of ['credentialAdded', 'credentialAsserted', 'credentialDeleted'])
    devtools.on(`WebAuthn.${event}`, () => void keep());
}

async function signIn() {
  await page.goto(`${who.staff ? at.desk : at.portal}/sign-in`);
  // Conditional UI may have been answered before the button is there to be pressed.
  await page
    .locator('main button')
    .first()
    .click({ timeout: 3000 })
    .catch(() => undefined);
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in', { timeout: 20_000 });
}

async function signUp() {
  const [year, month, day] = String(
    who.birthDate instanceof Date ? who.birthDate.toISOString() : who.birthDate,
  )
    .slice(0, 10)
    .split('-');
  await page.goto(`${at.portal}/sign-up?next=/account`);
  await page.fill('#idNumber', who.idNumber);
  await page.fill('#fullName', who.fullName);
  await page.fill('#birthDate-day', day);
  await page.fill('#birthDate-month', month);
  await page.fill('#birthDate-year', year);
  await press();
  await page.fill('#code', await lastCode());
  await press();
  const { pathname } = new URL(page.url());
  if (pathname === '/sign-up/known')
    throw new Error(
      'they have an account already, with a passkey that was made elsewhere and is not kept here.',
    );
  if (pathname !== '/sign-up/passkey')
    throw new Error(
      'they got no code: the register has no phone of theirs, or they are under 14 or have died, and open no account this way.',
    );
  await Promise.all([page.waitForURL(/\/sign-up\/done/), page.locator('main button').last().click()]);
  await page.goto(`${at.portal}/account`);
}

async function lastCode() {
  const console = await context.newPage();
  await console.goto(at.sandbox);
  const code = /\b\d{6}\b/.exec(await console.locator('#messages').innerText())?.[0];
  await console.close();
  if (!code) throw new Error('no text message was sent to them');
  return code;
}

async function enrol() {
  await page.goto(at.sandbox);
  const row = page.locator('#officers tr', { hasText: who.name }).first();
  await Promise.all([page.waitForEvent('load'), row.locator('button').click()]);
  await row.locator('a').first().click();
  await page.waitForURL(/\/enrol/);
  await page.locator('main button').last().click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/enrol'));
}

async function press() {
  const button = page.locator('main button.govuk-button[type=submit]:not(.govuk-button--secondary)').last();
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

function quit(sentence) {
  console.error(sentence);
  process.exit(1);
}
