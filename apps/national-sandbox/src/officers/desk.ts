import type { OfficerRoleName } from '#lib/organisations';
import type { Language, Localised, RefusalWords } from '#lib/platform';

/** A body that has officers, as the desk tells of it. */
export interface AgencyAtDesk {
  /** Identification code of the body, `000.00.12.H26`. */
  unitCode: string;
  level: 'commune' | 'province' | 'ministry';
  name: Localised;
  /** Where a commune is, because names repeat. */
  province?: Localised;
}

/** An officer, as the desk tells of them. */
export interface OfficerAtDesk {
  id: string;
  staffNumber: string;
  fullName: string;
  roles: { role: OfficerRoleName; agency: AgencyAtDesk }[];
}

/** The desk did not do what it was asked: it is away (no words), or it refused in words. */
export class DeskTrouble extends Error {
  constructor(
    readonly words?: RefusalWords,
    cause?: unknown,
  ) {
    super('The desk did not answer as agreed', { cause });
  }
}

const patienceMs = 5000;

/** The officers' desk, asked over HTTP as any other system would. Throws `DeskTrouble`. */
export class Desk {
  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  async officers(): Promise<OfficerAtDesk[]> {
    const { officers } = await this.ask<{ officers: OfficerAtDesk[] }>('GET', '/api/officers');
    return agreed(Array.isArray(officers), officers);
  }

  /** The agencies whose name holds these words; accents and case do not matter. */
  async agencies(words: string): Promise<AgencyAtDesk[]> {
    const query = new URLSearchParams({ words });
    const { agencies } = await this.ask<{ agencies: AgencyAtDesk[] }>('GET', `/api/agencies?${query}`);
    return agreed(Array.isArray(agencies), agencies);
  }

  async appoint(
    officer: { agencyCode: string; role: string; name: string; idNumber: string },
    language: Language,
  ): Promise<void> {
    await this.ask('POST', '/api/officers', officer, language);
  }

  /** A link with which the officer registers a passkey, once; until when, where the desk says so. */
  async enrolmentLink(
    officerId: string,
    language: Language,
  ): Promise<{ url: string; expiresAt: Date | null }> {
    type Link = { url: string; expiresAt?: string };
    const link = await this.ask<Link>('POST', '/api/enrolment-links', { officerId }, language);
    const expiresAt = link.expiresAt ? new Date(link.expiresAt) : null;
    const isLink = URL.canParse(link.url) && /^https?:/.test(link.url);
    return agreed(isLink && !Number.isNaN(expiresAt?.getTime()), { url: link.url, expiresAt });
  }

  private async ask<T>(method: 'GET' | 'POST', path: string, body?: object, language?: Language): Promise<T> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(language && { 'accept-language': language }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      throw new DeskTrouble(undefined, error);
    });
    const answer = (await response.json().catch(() => undefined)) as T & Partial<RefusalWords>;
    if (response.ok && answer) return answer;
    const { title, help } = answer ?? {};
    throw new DeskTrouble(response.status < 500 && title && help ? { title, help } : undefined);
  }
}

function agreed<T>(asAgreed: boolean, answer: T): T {
  if (!asAgreed) throw new DeskTrouble();
  return answer;
}
