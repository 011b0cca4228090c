import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { FastifyReply } from 'fastify';
import {
  addInboxEntry,
  confirmContact,
  contactOf,
  proposeContact,
  removeContact,
  wantNotices,
} from '#lib/notifications';
import { blindIndex, inEveryLanguage, newId, Platform, transaction, type Tx } from '#lib/platform';
import { Context, type PageContext, type Principal, sendPage, sentBack, textIn, Who, WhoMay } from '#lib/web';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { slowDown } from '../throttle/slow-down.js';
import { ContactPage } from './contact-page.js';
import { contactTexts } from './texts.js';

const home = '/account/contact';

/** Where a citizen is told by mail, beside the inbox. Whoever holds the session alone changes nothing here. */
@Controller('account/contact')
export class ContactController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async page(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    const page = { context, ...(await this.read(principal)) };
    return sendPage(reply, <ContactPage {...page} />);
  }

  /** Mails a code to an address. */
  @Post()
  @WhoMay('citizen')
  async propose(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const { language } = context;
    demandFresh(platform, principal);
    const address = textIn(body, 'address').normalize('NFKC');
    if (!isEmail(address) || address.length > 254) {
      const page = { context, ...(await this.read(principal)) };
      return sendPage(reply, <ContactPage {...page} mistake={address} />, 422);
    }
    try {
      await slowDown(platform, 'contact-code-person', principal.id);
      const index = blindIndex(platform.config.secrets.blindIndexKey, `contact:${address.toLowerCase()}`);
      await slowDown(platform, 'contact-code-address', index);
      await proposeContact(platform.database.manager, platform, principal.id, { address, language });
    } catch (error) {
      return reply.redirect(sentBack(error, home), 303);
    }
    return reply.redirect(`${home}?done=code-sent`, 303);
  }

  @Post('code')
  @WhoMay('citizen')
  async confirm(@Who() { id }: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    try {
      await confirmContact(this.platform, id, textIn(body, 'code'));
    } catch (error) {
      return reply.redirect(sentBack(error, home), 303);
    }
    await this.tell(this.platform.database.manager, id, 'notice-new');
    return reply.redirect(`${home}?done=verified`, 303);
  }

  @Post('notices')
  @WhoMay('citizen')
  async choose(@Who() principal: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect(stepUpAddress(home), 303);
    const on = textIn(body, 'notices') === 'on';
    await wantNotices(this.platform.database.manager, principal.id, on);
    return reply.redirect(`${home}?done=${on ? 'on' : 'off'}`, 303);
  }

  @Post('removal')
  @WhoMay('citizen')
  async remove(@Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect(stepUpAddress(home), 303);
    await transaction(this.platform.database, async (tx) => {
      await removeContact(tx, principal.id);
      await this.tell(tx, principal.id, 'notice-removed');
    });
    return reply.redirect(`${home}?done=removed`, 303);
  }

  private async read(principal: Principal) {
    const contact = await contactOf(this.platform.database.manager, this.platform, principal.id);
    return { contact, fresh: isFresh(this.platform, principal) };
  }

  /** A change that was not the person's own is seen in the inbox, which needs no address. */
  private async tell(tx: Tx, personId: string, what: 'notice-new' | 'notice-removed'): Promise<void> {
    await addInboxEntry(tx, {
      personId,
      aboutId: newId(),
      sequence: 1,
      namesSomebody: false,
      title: inEveryLanguage((each) => contactTexts(each)(what)),
      body: inEveryLanguage((each) => contactTexts(each)('notice-body')),
      href: home,
      at: this.platform.clock.now(),
    });
  }
}
