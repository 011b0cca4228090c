import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** What a tester chose: somebody and a level, or to turn back. */
export class InteractionForm {
  @IsIn(['sign-in', 'cancel'])
  act!: 'sign-in' | 'cancel';

  @IsOptional()
  @Matches(/^[\w-]{1,20}$/)
  person?: string;

  @IsOptional()
  @IsString()
  acr?: string;
}
