import { defineRefusalTexts, defineTexts } from '#lib/platform';
import en from './notices.en.json' with { type: 'json' };
import fr from './notices.fr.json' with { type: 'json' };
import vi from './notices.vi.json' with { type: 'json' };
import refusalsEn from './refusals.en.json' with { type: 'json' };
import refusalsFr from './refusals.fr.json' with { type: 'json' };
import refusalsVi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi: refusalsVi, en: refusalsEn, fr: refusalsFr });
export const noticeTexts = defineTexts({ vi, en, fr });
