import { SetMetadata } from '@nestjs/common';

/** Who may call a route: anyone, a signed-in citizen, a signed-in officer, or a system with the API key. */
export type Caller = 'anyone' | 'citizen' | 'officer' | 'system';

export const whoMayKey = 'who-may';

/** Every route says who may call it; one that does not is refused to everybody. */
export const WhoMay = (caller: Caller) => SetMetadata(whoMayKey, caller);
