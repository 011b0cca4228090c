import { IsOptional, Matches } from 'class-validator';

/** For whom a draft is started: `self`, which is also meant by nothing, or the id of a mandate. */
export class ForWhomForm {
  @IsOptional()
  @Matches(/^(self|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  for?: string;
}
