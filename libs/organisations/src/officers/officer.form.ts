import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { officerRoles, type OfficerRoleName } from './officer-role.entity.js';

/** An officer to be appointed: at an agency by its unit code, or at a commune by the code of the commune. */
export class OfficerForm {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  agencyCode?: string;

  @IsOptional()
  @Matches(/^\d{5}$/)
  communeCode?: string;

  @IsIn(officerRoles)
  role!: OfficerRoleName;

  /** Letters of any script with their marks, and what names are joined with. */
  @Matches(/^(?=.*\p{L})[\p{L}\p{M}'’.\- ]{1,100}$/u)
  name!: string;

  /** Who the officer is as a person; needed where a household is given. */
  @ValidateIf(({ idNumber, household }: OfficerForm) => idNumber !== undefined || household !== undefined)
  @Matches(/^(?!000)\d{12}$/)
  idNumber?: string;

  /** The ID numbers of who lives with them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^(?!000)\d{12}$/, { each: true })
  household?: string[];
}
