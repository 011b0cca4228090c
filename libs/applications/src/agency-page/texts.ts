import { defineTexts } from '#lib/platform';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

export const texts = defineTexts({ vi, en, fr });
