import { type DynamicModule, Module } from '@nestjs/common';
import { InboxEntry } from './inbox/inbox-entry.entity.js';
import { InboxController } from './inbox/portal.controller.js';
import { CreateNotifications1795400000007 } from './migrations/create-notifications.js';
import { LetTheDeskNotify1795400001211 } from './migrations/let-the-desk-notify.js';
import { NameWhatNoticesAreAbout1795400001100 } from './migrations/name-what-notices-are-about.js';
import { OpenToTheDesk1795400001223 } from './migrations/open-to-the-desk.js';
import { SendMail1795400002630 } from './migrations/send-mail.js';
import { TellTitlesThatNameSomebody1795400003790 } from './migrations/tell-titles-that-name-somebody.js';

export { type Contact, contactOf } from './contact/contact-address.js';
export * from './contact/sweep-contacts.js';
export * from './contact/verify-contact.js';
export * from './inbox/add-inbox-entry.js';
export * from './inbox/inbox-entry.entity.js';
export * from './inbox/inbox-of.js';
export * from './mail/relay-mail.js';
export * from './mail/send-mail.js';
export * from './mail/smtp-mail-sender.js';

export const notificationsEntities = [InboxEntry];
export const notificationsMigrations = [
  CreateNotifications1795400000007,
  NameWhatNoticesAreAbout1795400001100,
  LetTheDeskNotify1795400001211,
  OpenToTheDesk1795400001223,
  SendMail1795400002630,
  TellTitlesThatNameSomebody1795400003790,
];

/** The citizen's inbox. */
@Module({})
export class NotificationsPortalModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: NotificationsPortalModule, imports: [platform], controllers: [InboxController] };
  }
}
