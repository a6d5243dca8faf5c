import { openAiResponses } from '../openai-wire/responses.ts';
import { vendor } from './vendor.ts';

export const responses = openAiResponses(vendor);
