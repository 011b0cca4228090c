import { type DynamicModule, Module } from '@nestjs/common';
import { RegistriesModule } from '#lib/registries';
import { AssistingController } from './assisting/assisting.controller.js';
import { AccountController } from './account/account.controller.js';
import { ActingController } from './representation/acting.controller.js';
import { OrganisationClosingController } from './organisation-account/closing.controller.js';
import { OrganisationController } from './organisation-account/organisation.controller.js';
import { OrganisationsController } from './organisation-account/organisations.controller.js';
import { OrganisationRequestsController } from './organisation-account/requests.controller.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RecoveryPasskeyController } from './recovery/recovery-passkey.controller.js';
import { LockController } from './lock/lock.controller.js';
import { CounterMattersController } from './counter-matters/matters.controller.js';
import { ContactController } from './contact/contact.controller.js';
import { CounterController } from './proofing/counter.controller.js';
import { DeskCounterController } from './proofing/desk/desk.controller.js';
import { IdentityController } from './assurance/identity.controller.js';
import { ForeignSignInController } from './national-sign-in/foreign-sign-in.controller.js';
import { NationalSignInController } from './national-sign-in/national-sign-in.controller.js';
import { ProviderClients } from './national-sign-in/provider-clients.js';
import { OwnConsentsController } from './relying-parties/own-consents.controller.js';
import { PortalProvider } from './relying-parties/portal-provider.js';
import { SharingController } from './relying-parties/sharing.controller.js';
import { NewPasskeyController } from './own-passkeys/new-passkey.controller.js';
import { ownPasskeysController } from './own-passkeys/own-passkeys.controller.js';
import { DeviceNoticesController } from './own-sessions/device-notices.controller.js';
import { ownSessionsController } from './own-sessions/own-sessions.controller.js';
import { sessionExtensionController } from './session-extension/session-extension.controller.js';
import { AllowListApiController } from './attestation/allow-list/api.controller.js';
import { AllowListController } from './attestation/allow-list/desk.controller.js';
import { EnrolmentController } from './enrolment/enrolment.controller.js';
import './refusals.js';
import { passkeyStrategy } from './sign-in/passkey.strategy.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignUpController } from './sign-up/sign-up.controller.js';
import { SignUpPasskeyController } from './sign-up/sign-up-passkey.controller.js';
import { StepUpController } from './step-up/step-up.controller.js';

/** Citizens at the portal: sign-up, sign-in, their account. `registries` provides the registers and the SMS gateway. */
@Module({})
export class IdentityPortalModule {
  static with(platform: DynamicModule, registries = RegistriesModule.with(platform)): DynamicModule {
    return {
      module: IdentityPortalModule,
      imports: [platform, registries],
      controllers: [
        SignInController,
        SignUpController,
        SignUpPasskeyController,
        StepUpController,
        AccountController,
        AssistingController,
        ActingController,
        OrganisationsController,
        OrganisationRequestsController,
        OrganisationController,
        OrganisationClosingController,
        IdentityController,
        CounterController,
        LockController,
        ContactController,
        RecoveryController,
        RecoveryPasskeyController,
        NationalSignInController,
        ForeignSignInController,
        SharingController,
        OwnConsentsController,
        NewPasskeyController,
        ownPasskeysController('portal'),
        ownSessionsController('portal'),
        sessionExtensionController('citizen'),
      ],
      providers: [passkeyStrategy('portal'), ProviderClients, PortalProvider],
    };
  }
}

/** Officers at the desk: enrolment, sign-in, the identity counter. */
@Module({})
export class IdentityDeskModule {
  static with(platform: DynamicModule, registries = RegistriesModule.with(platform)): DynamicModule {
    return {
      module: IdentityDeskModule,
      imports: [platform, registries],
      controllers: [
        SignInController,
        EnrolmentController,
        AllowListController,
        AllowListApiController,
        CounterMattersController,
        DeskCounterController,
        ownPasskeysController('desk'),
        ownSessionsController('desk'),
        DeviceNoticesController,
        sessionExtensionController('officer'),
      ],
      providers: [passkeyStrategy('desk')],
    };
  }
}
