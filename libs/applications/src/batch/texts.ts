import { defineRefusalTexts, defineTexts } from '#lib/platform';
import refusalsEn from './refusals.en.json' with { type: 'json' };
import refusalsFr from './refusals.fr.json' with { type: 'json' };
import refusalsVi from './refusals.vi.json' with { type: 'json' };
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

export const texts = defineTexts({ vi, en, fr });
defineRefusalTexts({ vi: refusalsVi, en: refusalsEn, fr: refusalsFr });
