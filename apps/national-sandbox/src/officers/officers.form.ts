import { IsUUID, Matches } from 'class-validator';

/** The officer whose passkey is to be registered. */
export class EnrolmentLetterForm {
  @IsUUID()
  officerId!: string;
}

/** Where an officer for each of the three roles is wanted. */
export class AppointmentForm {
  @Matches(/^[0-9A-Z]{3}(\.[0-9A-Z]{2,3}){3}$/)
  agencyCode!: string;
}
