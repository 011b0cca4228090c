import { IsString, Length, Matches } from 'class-validator';

/** A text message handed over for sending. */
export class SmsForm {
  /** Ten digits. */
  @Matches(/^0\d{9}$/)
  to!: string;

  /** Up to 4 parts of 67 letters, as messages with Vietnamese diacritics are cut, and some. */
  @IsString()
  @Length(1, 500)
  text!: string;
}
