import { openAiCompletions } from '../openai-wire/completions.ts';
import { vendor } from './vendor.ts';

export const completions = openAiCompletions(vendor);
