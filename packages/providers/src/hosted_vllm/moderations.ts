import { openAiModerations } from '../openai-wire/moderations.ts';
import { vendor } from './vendor.ts';

export const moderations = openAiModerations(vendor);
