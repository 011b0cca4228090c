import type { Agent, Server } from 'node:http';
import {
  AuthenticatorEmulator,
  type AuthenticatorParameters,
  PasskeysCredentialsMemoryRepository,
  WebAuthnEmulator,
} from 'nid-webauthn-emulator';
import request, { type Response } from 'supertest';

/**
 * A browser as far as these tests need one: it keeps cookies, also those whose name begins with `__Host-`, which
 * supertest's own agent drops over http, says where a request comes from, and has a device with passkeys.
 */
export class Browser {
  readonly cookies = new Map<string, string>();
  device = newDevice();
  /** What it calls itself; nothing unless a test says so. */
  userAgent: string | undefined;
  /** Through which its connections go, where they come from an address of their own. */
  agent: Agent | undefined;

  constructor(
    /** Of the app in this process, or the address of one that runs elsewhere. */
    readonly server: Server | string,
    readonly origin: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(request(this.server).get(path), { accept: 'text/html', ...headers });
  }

  /** Posts a form, as a page does; a name may have several values. */
  postForm(path: string, fields: Record<string, string | string[]>): Promise<Response> {
    const { origin } = this;
    const posted = new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
    );
    return this.send(request(this.server).post(path).type('form').send(posted.toString()), {
      accept: 'text/html',
      origin,
    });
  }

  /** Posts a form with a file in its input `file`. */
  postFile(path: string, fields: Record<string, string>, name: string, content: Buffer): Promise<Response> {
    const sent = request(this.server).post(path);
    for (const [field, value] of Object.entries(fields)) void sent.field(field, value);
    return this.send(sent.attach('file', content, { filename: name }), {
      accept: 'text/html',
      origin: this.origin,
    });
  }

  /** Posts JSON, as an island does. */
  postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const sent = request(this.server).post(path).type('json').send(JSON.stringify(body));
    return this.send(sent, { accept: 'application/json', 'sec-fetch-site': 'same-origin', ...headers });
  }

  private async send(sent: request.Test, headers: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (this.agent) sent.agent(this.agent);
    const response = await sent
      .redirects(0)
      .ok(() => true)
      .set({
        host: new URL(this.origin).host,
        ...headers,
        ...(cookie && { cookie }),
        ...(this.userAgent && { 'user-agent': this.userAgent }),
      });
    for (const line of [response.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** Asks for options, lets the device create a passkey, hands it over. */
  async register(challengePath: string, verifyPath: string, extra: object = {}): Promise<Response> {
    const options = await this.postJson(challengePath, extra);
    if (options.status !== 200) return options;
    const credential = this.device.createJSON(this.origin, options.body.publicKey);
    return this.postJson(verifyPath, { ...extra, credential });
  }

  /** Asks for options and lets the device answer them; what it says is for the caller to hand over. */
  async assertion(challengePath = '/sign-in/challenge') {
    const options = await this.postJson(challengePath, {});
    return this.device.getJSON(this.origin, options.body.publicKey);
  }

  async signIn(next?: string): Promise<Response> {
    return this.postJson('/sign-in', { credential: await this.assertion(), next });
  }
}

/** A device with its own passkeys. */
export function newDevice(parameters: Partial<AuthenticatorParameters> = {}): WebAuthnEmulator {
  // Without a repository of its own it would share one with every other device.
  const credentialsRepository = new PasskeysCredentialsMemoryRepository();
  return new WebAuthnEmulator(new AuthenticatorEmulator({ credentialsRepository, ...parameters }));
}
