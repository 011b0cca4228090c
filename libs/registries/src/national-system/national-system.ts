import { Logger } from '@nestjs/common';
import type { IPolicy } from 'cockatiel';
import { Agent, request } from 'undici';
import { Refusal } from '#lib/platform';
import { patience, ServerError } from './patience.js';

export interface Question {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  /** The JSON that was answered; undefined where it was none. */
  body: unknown;
}

/** One of the State's other systems: where it is and what people are told when it does not answer. */
export interface NationalSystemSettings {
  /** For our log. */
  name: string;
  url: string;
  apiKey: string;
  /** Refusal code, 503. */
  unavailable: 'register-unavailable' | 'business-register-unavailable' | 'sms-unavailable';
  /** Milliseconds for one try; 3,000 unless said. */
  timeoutMs?: number;
}

/** How we introduce ourselves; the other system keeps it in its access log. */
const caller = 'cong-dich-vu-cong';
const answerLimitBytes = 1_048_576;

/** Asks another system with patience, and refuses in words when there is no answer. Never logs what was asked. */
export class NationalSystem {
  private readonly logger = new Logger('NationalSystem');
  private readonly policy: IPolicy;
  // Global fetch has no limit on the size of an answer.
  private readonly agent = new Agent({ maxResponseSize: answerLimitBytes });

  constructor(private readonly settings: NationalSystemSettings) {
    this.policy = patience(settings.timeoutMs ?? 3000);
  }

  async send(question: Question): Promise<Answer> {
    try {
      return await this.policy.execute(({ signal }) => this.sendOnce(question, signal));
    } catch (error) {
      const { name, message, code } = error as Error & { code?: string };
      throw this.unavailable(code ?? (error instanceof ServerError ? message : name));
    }
  }

  /** What to throw when an answer came that cannot be trusted. */
  untrusted({ status }: Answer): Refusal {
    return this.unavailable(`answered ${status} with a content that is not what was agreed`);
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async sendOnce(question: Question, signal: AbortSignal): Promise<Answer> {
    const { url, apiKey } = this.settings;
    const response = await request(new URL(question.path, url), {
      dispatcher: this.agent,
      method: question.method,
      headers: { ...question.headers, authorization: `Bearer ${apiKey}`, 'x-caller': caller },
      body: question.body ?? null,
      signal,
    });
    const text = await response.body.text();
    if (response.statusCode >= 500) throw new ServerError(response.statusCode);
    return { status: response.statusCode, body: parsed(text) };
  }

  private unavailable(reason: string): Refusal {
    this.logger.warn(`${this.settings.name}: ${reason}`);
    return new Refusal(this.settings.unavailable, 503);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
