import { defineTexts } from '#lib/platform';
import en from './counter.en.json' with { type: 'json' };
import fr from './counter.fr.json' with { type: 'json' };
import vi from './counter.vi.json' with { type: 'json' };

export const counterTexts = defineTexts({ vi, en, fr });
