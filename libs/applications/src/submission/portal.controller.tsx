import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { linkKindOf, revisionById, type ServiceDefinition } from '#lib/catalogue';
import {
  beginSigning,
  checkSigning,
  confirmRepresented,
  holdMandate,
  type PasskeyUse,
  refuseWhileHeld,
  tellRepresented,
  wayToAssurance,
} from '#lib/identity';
import { digest, Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { BusinessRegister } from '#lib/registries';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import type { Draft } from '../draft/draft.entity.js';
import { checkAssurance } from '../draft/start-draft.js';
import { readDraft } from '../draft/read-draft.js';
import { unfinishedPage } from '../draft/unfinished-page.js';
import { fileLinked } from '../link/file-linked.js';
import { isPrepared } from '../representation/handover.js';
import { becomesTrue } from './becomes-true.js';
import { isFiled } from './is-filed.js';
import { prepareSubmission, readPrepared } from './prepare-submission.js';
import { readToSign } from './read-to-sign.js';
import { SigningForm } from './signing.form.js';
import { SigningPage } from './signing-page.js';
import { type Submission, submitApplication } from './submit-application.js';

/** Signing a finished draft with a passkey, which files it. */
@Controller('drafts/:id/signing')
export class SubmissionController {
  constructor(
    private readonly platform: Platform,
    private readonly register: BusinessRegister,
  ) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    if (await isFiled(this.platform, principal, id)) return reply.redirect(`/applications/${id}`, 303);
    const reading = await readDraft(tx, this.platform, principal, id);
    // The answer to a request for supplements is sent from there: it is no application of its own.
    if (unfinishedPage(reading) || reading.draft.supplements)
      return reply.redirect(`/drafts/${id}/check`, 303);
    const { definition } = reading.revision;
    // How lately a passkey was used is not asked here: what follows is one, over the very digest of what is filed.
    const { assurance } = definition;
    const way = wayToAssurance(this.platform, principal, { assurance }, `/drafts/${id}/signing`);
    if (way) return reply.redirect(way, 303);
    await refuseWhileHeld(tx, this.platform, principal.id, definition);
    let toSign: Buffer;
    try {
      await this.confirm(principal, reading.draft);
      await this.mandateOf(tx, principal, reading.draft, definition);
      toSign = await prepareSubmission(tx, this.platform, reading);
    } catch (error) {
      return reply.redirect(sentBack(error, `/drafts/${id}/check`), 303);
    }
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
    const receipt = `/applications/${id}/receipt`;
    const { draft, filed } = await readToSign(this.platform.database.manager, principal, id);
    if (filed) return reply.redirect(receipt, 303);
    try {
      await this.file(principal, draft, form);
    } catch (error) {
      const back = sentBack(error, `/drafts/${id}/check`);
      if (!(await becomesTrue(() => isFiled(this.platform, principal, id)))) return reply.redirect(back, 303);
    }
    return reply.redirect(receipt, 303);
  }

  private async file(
    principal: Principal,
    draft: Draft | undefined,
    { assertion }: SigningForm,
  ): Promise<void> {
    const tx = this.platform.database.manager;
    if (!draft) throw new Refusal('not-found', 404);
    const prepared = readPrepared(this.platform, draft);
    if (prepared?.version !== draft.version) throw new Refusal('draft-changed', 409);
    const revision = await revisionById(tx, draft.revisionId);
    await this.confirm(principal, draft);
    checkAssurance(principal, revision.definition.assurance);
    await refuseWhileHeld(tx, this.platform, principal.id, revision.definition);
    const { evidence, use } = await checkSigning(tx, this.platform, {
      audience: 'portal',
      ownerId: principal.id,
      digest: digest(prepared.canonical),
      assertion,
    });
    const submission: Submission = {
      draftId: draft.id,
      revision,
      prepared,
      evidence,
      actor: { kind: 'citizen', id: principal.id, name: principal.name },
    };
    if (!draft.onBehalfOf && !linkKindOf(draft.code)) return this.fileAlone(submission, use);
    await use.note(tx);
    await transaction(this.platform.database, (inner) => this.fileFor(inner, principal, draft, submission));
  }

  /** That the passkey was used is kept in the statement that files; also where it comes to none, or fails. */
  private async fileAlone(submission: Submission, use: PasskeyUse): Promise<void> {
    const tx = this.platform.database.manager;
    try {
      await submitApplication(tx, this.platform, { ...submission, use });
    } catch (error) {
      await use.note(tx);
      throw error;
    }
  }

  /** Files under a mandate, held meanwhile, and tells whoever is represented; or what is about another application. */
  private async fileFor(tx: Tx, principal: Principal, draft: Draft, submission: Submission): Promise<void> {
    const mandate = await this.mandateOf(tx, principal, draft, submission.revision.definition);
    await fileLinked(tx, this.platform, submission);
    if (mandate)
      await tellRepresented(tx, this.platform, mandate, {
        what: 'noticeFiled',
        by: principal.id,
        href: `/applications/${draft.id}`,
      });
  }

  /** An organisation acts only while the business register stands behind its account: asked before any lock is held. */
  private async confirm(person: Principal, { onBehalfOf, representedBy }: Draft): Promise<void> {
    if (onBehalfOf && representedBy === person.id)
      await confirmRepresented(this.platform, this.register, onBehalfOf);
  }

  /** The mandate of a draft for somebody else, if it still is good; refuses like `holdMandate` and `refuseWhileHeld`. */
  private async mandateOf(tx: Tx, person: Principal, draft: Draft, procedure: ServiceDefinition) {
    const { onBehalfOf, representedBy } = draft;
    // What a helper prepared and gave away the citizen signs for themselves.
    if (!onBehalfOf || representedBy !== person.id) return undefined;
    const mandate = await holdMandate(tx, this.platform, { mandateId: onBehalfOf, person, procedure });
    if (isPrepared(draft, mandate)) throw new Refusal('helper-does-not-sign', 409);
    // An organisation is bound to a person at level 2, whatever the procedure asks of people.
    if (mandate.kind === 'legal-representative')
      await refuseWhileHeld(tx, this.platform, person.id, { assurance: 2 });
    return mandate;
  }
}
