import { openAiSpeech } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const speech = openAiSpeech(vendor);
