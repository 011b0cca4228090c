import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { beginSigning, finishSigning } from '#lib/identity';
import { digest, Platform, Refusal, unseal } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { readDraft } from '../draft/read-draft.js';
import { type PreparedSubmission, prepareSubmission } from './prepare-submission.js';
import { SigningForm } from './signing.form.js';
import { SigningPage } from './signing-page.js';
import { submitApplication } from './submit-application.js';

/** Signing a finished draft with a passkey, which files it. */
@Controller('drafts/:id/signing')
export class SubmissionController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    if (await this.filed(principal, id)) return reply.redirect(`/applications/${id}`, 303);
    const reading = await readDraft(tx, this.platform, principal, id);
    if (reading.errors.length > 0) return reply.redirect(`/drafts/${id}/check`, 303);
    const toSign = await prepareSubmission(tx, this.platform, reading);
    const options = await beginSigning(tx, this.platform, {
      audience: 'portal',
      ownerId: principal.id,
      digest: toSign,
    });
    return sendPage(reply, <SigningPage context={context} reading={reading} options={options} />);
  }

  @Post()
  @WhoMay('citizen')
  async sign(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() form: SigningForm,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    const receipt = `/applications/${id}/receipt`;
    if (await this.filed(principal, id)) return reply.redirect(receipt, 303);
    const { draft, prepared } = await this.prepared(principal, id);
    const evidence = await finishSigning(tx, this.platform, {
      audience: 'portal',
      ownerId: principal.id,
      digest: digest(prepared.canonical),
      assertion: form.assertion,
    });
    await submitApplication(tx, this.platform, {
      draftId: id,
      revision: await revisionById(tx, draft.revisionId),
      prepared,
      evidence,
      actor: { kind: 'citizen', id: principal.id, name: principal.name },
    });
    return reply.redirect(receipt, 303);
  }

  private async filed(principal: Principal, id: string): Promise<boolean> {
    return this.platform.database.getRepository(Application).existsBy({ id, personId: principal.id });
  }

  private async prepared(
    principal: Principal,
    id: string,
  ): Promise<{ draft: Draft; prepared: PreparedSubmission }> {
    const draft = await this.platform.database.getRepository(Draft).findOneBy({ id, personId: principal.id });
    if (!draft) throw new Refusal('not-found', 404);
    if (!draft.signingSealed) throw new Refusal('draft-changed', 409);
    const key = this.platform.config.secrets.encryptionKey;
    const prepared = JSON.parse(
      unseal(key, `draft:signing:${id}`, draft.signingSealed),
    ) as PreparedSubmission;
    if (prepared.version !== draft.version) throw new Refusal('draft-changed', 409);
    return { draft, prepared };
  }
}
