import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { performAct } from '../act/perform-act.js';
import { type CaseFile, readCase } from '../case-file/read-case.js';
import { ActPage } from './act-page.js';
import { ConflictPage } from './conflict-page.js';
import { type FoundAct, findAct } from './find-act.js';
import { readNeeds, typedNeeds } from './needs/needs.js';
import { readPostedAct } from './posted-act.js';
import { showSigning, signDecision } from './sign-decision.js';

/** The acts of officers. Which there are and who may do them, the workflow of the application says. */
@Controller('applications/:id/acts/:event')
export class DeskActController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Res() reply: FastifyReply,
  ) {
    const file = await readCase(this.platform, officer, id);
    const act = findAct(file, event);
    const page = { context, file, act };
    if (!act.now) return sendPage(reply, <ConflictPage {...page} seen={undefined} body={undefined} />, 409);
    if (typedNeeds(act.transition).length > 0 || !signed(act)) return sendPage(reply, <ActPage {...page} />);
    return sendPage(reply, await showSigning(this.platform, officer, { ...page, body: {} }));
  }

  @Post()
  @WhoMay('officer')
  async perform(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { version, key } = readPostedAct(body);
    const file = await readCase(this.platform, officer, id);
    const done = this.performed(file, event, key);
    if (done) return reply.redirect(done, 303);
    const act = findAct(file, event);
    const page = { context, file, act, body };
    const conflict = async () => {
      const now = await readCase(this.platform, officer, id);
      const repeated = this.performed(now, event, key);
      if (repeated) return reply.redirect(repeated, 303);
      return sendPage(
        reply,
        <ConflictPage context={context} file={now} act={nowOf(now, act)} seen={version} body={body} />,
        409,
      );
    };
    if (!act.now || version !== file.application.version) return conflict();
    const { details, errors } = readNeeds(act.transition, body, file);
    if (errors.length > 0) return sendPage(reply, <ActPage {...page} errors={errors} />, 422);
    const signing = signed(act)
      ? await signDecision(this.platform, officer, { ...page, details })
      : undefined;
    if (signing && 'page' in signing) return sendPage(reply, signing.page, signing.status);
    try {
      await performAct(this.platform.database.manager, this.platform, {
        applicationId: id,
        event,
        version,
        idempotencyKey: key,
        actor: { kind: 'officer', id: officer.id, name: officer.name },
        as: file.roles,
        purpose: 'case-handling',
        details: { ...details, ...signing },
      });
    } catch (error) {
      if (error instanceof Refusal && error.status === 409) return conflict();
      throw error;
    }
    return reply.redirect(`/applications/${id}?done=${version + 1}`, 303);
  }

  /** Where a repeated POST leads: the act it repeats was performed before. */
  private performed({ application, events }: CaseFile, event: string, key: string): string | undefined {
    const done = events.find(({ type, idempotencyKey }) => type === event && idempotencyKey === key);
    return done && `/applications/${application.id}?done=${done.sequence}`;
  }
}

function signed({ transition }: FoundAct): boolean {
  return transition.needs?.includes('passkey') ?? false;
}

/** The same act as the application stands now; one that is not theirs any more is not open to them. */
function nowOf(file: CaseFile, act: FoundAct): FoundAct {
  try {
    return findAct(file, act.event);
  } catch (error) {
    if (error instanceof Refusal) return { ...act, now: false };
    throw error;
  }
}
