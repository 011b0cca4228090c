import type { OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { askByForm } from './ask-by-form.js';
import { answerUnknown } from './answer-unknown.js';
import { mountProvider } from './mount-provider.js';
import { tellFaults } from './tell-faults.js';

/** A provider below a path of an app, made when it is first asked for; tried again where that failed. */
export abstract class MountedProvider implements OnModuleInit {
  private provider: Promise<Provider> | undefined;

  constructor(
    protected readonly prefix: string,
    private readonly origin: string,
    private readonly http: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const { prefix, origin } = this;
    mountProvider(this.http.httpAdapter.getInstance<FastifyInstance>(), { prefix, origin }, () => this.get());
  }

  get(): Promise<Provider> {
    this.provider ??= this.makeWhole().catch((error: unknown) => {
      this.provider = undefined;
      throw error;
    });
    return this.provider;
  }

  private async makeWhole(): Promise<Provider> {
    const provider = await this.make();
    answerUnknown(provider);
    askByForm(provider);
    tellFaults(provider);
    return provider;
  }

  protected abstract make(): Promise<Provider>;
}
