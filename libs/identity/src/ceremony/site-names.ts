import type { Localised } from '#lib/platform';
import type { Audience } from '../audience.js';

/** What the window of the device calls us. */
export const siteNames: Record<Audience, Localised> = {
  portal: { vi: 'Cổng dịch vụ công', en: 'Public Service Portal', fr: 'Portail des services publics' },
  desk: {
    vi: 'Cổng dịch vụ công – Bàn làm việc',
    en: 'Public Service Portal – Officer desk',
    fr: 'Portail des services publics – Bureau de l’agent',
  },
};
