import { openAiVariations } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const variations = openAiVariations(vendor);
