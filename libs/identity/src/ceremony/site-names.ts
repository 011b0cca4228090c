import type { Localised } from '#lib/platform';
import type { Audience } from '../audience.js';

/** What the window of the device calls us. */
export const siteNames: Record<Audience, Localised> = {
  portal: { vi: 'Cổng dịch vụ công', en: 'Public services portal', fr: 'Portail des services publics' },
  desk: { vi: 'Bàn làm việc dịch vụ công', en: 'Public services desk', fr: 'Bureau des services publics' },
};
