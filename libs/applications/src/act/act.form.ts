import { Type } from 'class-transformer';
import { IsInt, IsUUID, Min } from 'class-validator';

/** What every form of an act carries: the version its page showed, and a key made with the page. */
export class ActForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version!: number;

  @IsUUID()
  key!: string;
}
