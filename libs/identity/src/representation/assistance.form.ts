import { IsIn, Matches } from 'class-validator';
import { Transform } from 'class-transformer';
import { assistanceDays } from './invite-assistant.js';

/** Who is to help, and for how long. */
export class AssistanceForm {
  @Transform(({ value }) => (typeof value === 'string' ? value.replace(/\s/g, '') : value))
  @Matches(/^[0-9]{12}$/)
  idNumber!: string;

  @IsIn(assistanceDays.map(String))
  days!: string;
}
