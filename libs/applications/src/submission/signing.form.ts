import { IsString, MaxLength } from 'class-validator';

/** The assertion, as the island wrote it into the form. */
export class SigningForm {
  @IsString()
  @MaxLength(20_000)
  assertion!: string;
}
