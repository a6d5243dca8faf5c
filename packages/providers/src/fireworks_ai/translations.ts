import { openAiTranslations } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const translations = openAiTranslations(vendor);
