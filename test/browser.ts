import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A real Chromium. On Debian it is installed when it is missing and this user may; else one sentence says how. */
export async function openBrowser(): Promise<Browser> {
  if (!foundChromium()) installChromium();
  const executablePath = foundChromium();
  if (!executablePath)
    throw new Error('No Chromium was found. Install it (apt-get install chromium) or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

function foundChromium(): string | undefined {
  return places.find((place) => place && existsSync(place));
}

function installChromium(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
}

/** The virtual authenticator of a page (WebAuthn automation, CDP). */
export interface Device {
  session: CDPSession;
  authenticatorId: string;
}

/** A browser of one person: own cookies, own authenticator with user verification. */
export async function browserOf(
  browser: Browser,
): Promise<{ context: BrowserContext; page: Page; device: Device }> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
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
  return { context, page, device: { session, authenticatorId } };
}

/**
 * What axe finds on the page as it stands: rules up to WCAG 2.2 AA and good practice. In the page itself: our pages have
 * no frames, for which axe would gather its results in a page of their own, at 0.7 s of processor time each look.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${new URL(page.url()).pathname}: ${id}: ${nodes[0]?.html ?? ''}`);
}
