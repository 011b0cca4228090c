import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { namedWorkflow, readWritten, shippedWorkflows } from '#lib/catalogue';
import { officerNames } from '#lib/organisations';
import { Platform, Refusal, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { workflowPicture } from '#lib/workflow';
import { ChangedPage } from '../draft/changed-page.js';
import { readDraft, savedText } from '../draft/read-draft.js';
import { saveText } from '../draft/save-text.js';
import { changed } from './changed.js';
import { EditingPage } from './editing-page.js';
import { itemListsIn } from './item-lists.js';
import { partsOf } from './parts-of.js';
import { placesIn } from './places-in.js';

/** Words, amounts, times, the workflow and lists of a draft revision, changed by form: the text stays as it is around them. */
@Controller('design/drafts/:id/parts')
export class EditingController {
  constructor(private readonly platform: Platform) {}

  @Get(':part')
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('part') name: string,
    @Query() query: unknown,
  ): Promise<string> {
    const now = await readDraft(this.platform.database.manager, designer, id);
    const { parts, part } = partIn(now.saved.text, name);
    const workflow =
      name === 'general' ? workflowShown(now.saved.text, textIn(query, 'workflow')) : undefined;
    const picture = workflow && (await workflowPicture(workflow, { language: context.language }));
    const shown = workflow && { id: workflow.id, picture };
    return renderPage(<EditingPage {...{ context, now, parts, part }} workflow={shown} />);
  }

  @Post(':part')
  @WhoMay('officer')
  async save(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('part') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { database } = this.platform;
    const version = Number(textIn(body, 'version'));
    const now = await readDraft(database.manager, designer, id);
    const { text: seen } = await savedText(database.manager, id, version);
    const { text, tried, at } = changed(seen, partIn(seen, name).part, body);
    if (tried) {
      const typed = { ...now, saved: { ...now.saved, version } };
      return sendPage(reply, <EditingPage {...{ context, ...partIn(text, name), tried }} now={typed} />, 422);
    }
    const asked = { draftId: id, version, text, how: 'filled-in' } as const;
    const { outcome, now: saved } = await transaction(database, (tx) =>
      saveText(tx, this.platform, designer, asked),
    );
    if (outcome === 'saved') return reply.redirect(`/design/drafts/${id}/parts/${name}?done=saved${at}`, 303);
    const { savedBy } = saved.saved;
    const by = (await officerNames(database.manager, [savedBy])).get(savedBy) ?? '';
    return sendPage(reply, <ChangedPage context={context} now={saved} name={by} mine={text} />, 409);
  }
}

/** The parts of a text and the one with this name; refuses another name ('not-found', 404). */
function partIn(text: string, name: string) {
  const parts = partsOf(placesIn(text), itemListsIn(text));
  const part = parts.find((each) => each.name === name);
  if (!part) throw new Refusal('not-found', 404);
  return { parts, part };
}

/** The workflow to draw: one that ships, where it is asked for by name; else that of the draft, as far as it can be read. */
function workflowShown(text: string, asked: string) {
  if (shippedWorkflows().some(({ id }) => id === asked)) return namedWorkflow(asked);
  const { definition } = readWritten(text);
  return definition && 'workflow' in definition ? definition.workflow : undefined;
}
