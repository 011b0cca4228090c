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
import { changePlaces } from './change-places.js';
import { EditingPage } from './editing-page.js';
import { partsOf } from './parts-of.js';
import { placesIn } from './places-in.js';

/** Words, amounts, times and the workflow of a draft revision, changed by form: the text stays as it is around them. */
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
    const parts = partsOf(placesIn(now.saved.text));
    const part = parts.find((each) => each.name === name) ?? { name: 'general', places: [] };
    if (part.name !== name) throw new Refusal('not-found', 404);
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
    await readDraft(database.manager, designer, id);
    const { text: seen } = await savedText(database.manager, id, version);
    const part = partsOf(placesIn(seen)).find((each) => each.name === name);
    if (!part) throw new Refusal('not-found', 404);
    const sent = new Set(Object.keys((body ?? {}) as object));
    const changes = part.places
      .filter(({ path }) => sent.has(path))
      .map((place) => ({ place, value: textIn(body, place.path) }))
      .filter(({ place, value }) => value !== place.value);
    const text = changePlaces(seen, changes);
    const asked = { draftId: id, version, text, how: 'filled-in' } as const;
    const { outcome, now } = await transaction(database, (tx) =>
      saveText(tx, this.platform, designer, asked),
    );
    if (outcome === 'saved') return reply.redirect(`/design/drafts/${id}/parts/${name}?done=saved`, 303);
    const { savedBy } = now.saved;
    const by = (await officerNames(database.manager, [savedBy])).get(savedBy) ?? '';
    return sendPage(reply, <ChangedPage {...{ context, now }} name={by} mine={text} />, 409);
  }
}

/** The workflow to draw: one that ships, where it is asked for by name; else that of the draft, as far as it can be read. */
function workflowShown(text: string, asked: string) {
  if (shippedWorkflows().some(({ id }) => id === asked)) return namedWorkflow(asked);
  const { definition } = readWritten(text);
  return definition && 'workflow' in definition ? definition.workflow : undefined;
}
