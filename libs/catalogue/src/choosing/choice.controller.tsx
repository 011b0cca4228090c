import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { ChoicePage } from './choice-page.js';
import { choices, follow } from './choices.js';

/** "Which one do I need?": question after question, by GET, until a procedure is reached. */
@Controller('which')
export class ChoiceController {
  @Get(':choice')
  @WhoMay('anyone')
  show(
    @Context() context: PageContext,
    @Param('choice') id: string,
    @Query() asked: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const choice = choices().find((each) => each.id === id);
    if (!choice) throw new Refusal('not-found', 404);
    const before = typeof asked.given === 'string' ? asked.given.split('.') : [];
    const answer = typeof asked.answer === 'string' ? asked.answer : '';
    const { given, next } = follow(choice, [...before, answer].filter(Boolean));
    if ('to' in next) return reply.redirect(`/procedures/${next.to}`, 303);
    const unanswered = asked.asked !== undefined && answer === '';
    return sendPage(
      reply,
      <ChoicePage
        context={context}
        choice={choice}
        question={next.question}
        given={given}
        unanswered={unanswered}
      />,
    );
  }
}
