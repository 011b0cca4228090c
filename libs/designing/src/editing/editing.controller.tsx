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
import { saveText, type TextToSave } from '../draft/save-text.js';
import { changeItems, type ItemChange } from './change-items.js';
import { changePlaces } from './change-places.js';
import { EditingPage } from './editing-page.js';
import { sectionId } from './item-list-section.js';
import { itemListsIn } from './item-lists.js';
import { partsOf } from './parts-of.js';
import { placesIn } from './places-in.js';
import { readItem } from './read-item.js';

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
    await readDraft(database.manager, designer, id);
    const { text: seen } = await savedText(database.manager, id, version);
    const { part } = partIn(seen, name);
    const sent = new Set(Object.keys((body ?? {}) as object));
    const changes = part.places
      .filter(({ path }) => sent.has(path))
      .map((place) => ({ place, value: textIn(body, place.path) }))
      .filter(({ place, value }) => value !== place.value);
    const text = changePlaces(seen, changes);
    return this.keep(reply, { context, designer, name, at: '', draftId: id, version, text });
  }

  /** Moves an item of a list, takes it out or puts a new one at the end. */
  @Post(':part/items')
  @WhoMay('officer')
  async change(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('part') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const version = Number(textIn(body, 'version'));
    const now = await readDraft(manager, designer, id);
    const { text: seen } = await savedText(manager, id, version);
    const { parts, part } = partIn(seen, name);
    const list = part.lists.find(({ path }) => path === textIn(body, 'list'));
    const [act, index] = textIn(body, 'do').split('/');
    if (!list) throw new Refusal('not-found', 404);
    const added = act === 'add' ? readItem(list.kind, body) : undefined;
    const change = added ? added.item && addition(added.item) : movement(act, index);
    const text = change && changeItems(seen, list, change);
    if (text !== undefined)
      return this.keep(reply, {
        context,
        designer,
        name,
        at: `#${sectionId(list)}`,
        draftId: id,
        version,
        text,
      });
    // What was seen is shown again, so that a change of another designer is met when this one is saved.
    const shown = { ...now, saved: { ...now.saved, version } };
    const tried = { list, ...(added && added.wrong.length > 0 ? { added } : {}) };
    return sendPage(reply, <EditingPage {...{ context, parts, part, tried }} now={shown} />, 422);
  }

  private async keep(
    reply: FastifyReply,
    {
      context,
      designer,
      name,
      at,
      ...saving
    }: { context: PageContext; designer: Principal; name: string; at: string } & Omit<TextToSave, 'how'>,
  ) {
    const { database } = this.platform;
    const { outcome, now } = await transaction(database, (tx) =>
      saveText(tx, this.platform, designer, { ...saving, how: 'filled-in' }),
    );
    const { draftId, text } = saving;
    if (outcome === 'saved')
      return reply.redirect(`/design/drafts/${draftId}/parts/${name}?done=saved${at}`, 303);
    const { savedBy } = now.saved;
    const by = (await officerNames(database.manager, [savedBy])).get(savedBy) ?? '';
    return sendPage(reply, <ChangedPage {...{ context, now }} name={by} mine={text} />, 409);
  }
}

/** The parts of a text and the one with this name; refuses another name ('not-found', 404). */
function partIn(text: string, name: string) {
  const parts = partsOf(placesIn(text), itemListsIn(text));
  const part = parts.find((each) => each.name === name);
  if (!part) throw new Refusal('not-found', 404);
  return { parts, part };
}

const addition = (item: Record<string, unknown>): ItemChange => ({ act: 'add', item });

function movement(act: string | undefined, index: string | undefined): ItemChange | undefined {
  const known = (['up', 'down', 'remove', 'optional', 'required'] as const).find((each) => each === act);
  return known && /^\d{1,4}$/.test(index ?? '') ? { act: known, index: Number(index) } : undefined;
}

/** The workflow to draw: one that ships, where it is asked for by name; else that of the draft, as far as it can be read. */
function workflowShown(text: string, asked: string) {
  if (shippedWorkflows().some(({ id }) => id === asked)) return namedWorkflow(asked);
  const { definition } = readWritten(text);
  return definition && 'workflow' in definition ? definition.workflow : undefined;
}
