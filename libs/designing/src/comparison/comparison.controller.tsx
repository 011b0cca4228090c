import { Controller, Get, Param, Query } from '@nestjs/common';
import { type RevisionLine, revisionById, revisionsInForce, revisionsOf } from '#lib/catalogue';
import { Platform, Refusal, type Tx } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, textIn, Who, WhoMay } from '#lib/web';
import { serviceIn } from '../checking/service-in.js';
import { demandDesigner } from '../demand-designer.js';
import { openDraftOf } from '../draft/begin-draft.js';
import type { DraftRevision } from '../draft/draft-revision.entity.js';
import { savedText } from '../draft/read-draft.js';
import { textBefore } from '../revision/text-before.js';
import { textOfRevision } from '../revision/text-of-revision.js';
import { titleOf } from '../revision/title-of.js';
import type { ComparedText } from './compared.js';
import { ComparisonPage } from './comparison-page.js';
import { texts } from './texts.js';

/** Two texts of a procedure side by side: `draft`, `in-force`, or the number of a revision. */
@Controller('design/procedures/:code/comparison')
export class ComparisonController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<string> {
    demandDesigner(designer);
    const { manager } = this.platform.database;
    const now = this.platform.clock.now();
    const t = texts(context.language);
    const title = await titleOf(manager, code);
    const revisions = await revisionsOf(manager, code);
    const draft = await openDraftOf(manager, code);
    const inForce = (await revisionsInForce(manager, [code], now)).get(code);
    const options = [
      ...(draft ? [{ value: 'draft', text: t('draft') }] : []),
      ...(inForce ? [] : [{ value: 'in-force', text: t('in-force') }]),
      ...revisions.map(({ number }) => ({ value: String(number), text: t('revision', { number }) })),
    ];
    const asked = (name: string, usual: string) => {
      const value = textIn(query, name) || usual;
      if (!options.some((option) => option.value === value)) throw new Refusal('not-found', 404);
      return value;
    };
    const current = inForce ? String(inForce.number) : 'in-force';
    const chosen = { was: asked('was', current), is: asked('is', draft ? 'draft' : current) };
    const named = async (value: string): Promise<ComparedText> => ({
      ...(await textNamed(manager, { value, code, revisions, draft, now })),
      name: options.find((option) => option.value === value)?.text ?? '',
    });
    const [was, is] = [await named(chosen.was), await named(chosen.is)];
    return renderPage(<ComparisonPage {...{ context, code, title, options, chosen, was, is }} />);
  }
}

interface Named {
  value: string;
  code: string;
  revisions: RevisionLine[];
  draft: DraftRevision | undefined;
  now: Date;
}

async function textNamed(tx: Tx, { value, code, revisions, draft, now }: Named) {
  const line = revisions.find(({ number }) => String(number) === value);
  if (line) {
    const revision = await revisionById(tx, line.id);
    return { text: await textOfRevision(tx, revision), definition: revision.definition };
  }
  if (value !== 'draft' || !draft) return textBefore(tx, code, now);
  const { text } = await savedText(tx, draft.id, draft.version);
  return { text, definition: serviceIn(text) };
}
