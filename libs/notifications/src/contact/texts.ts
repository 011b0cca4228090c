import { defineRefusalTexts } from '#lib/platform';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi, en, fr });
