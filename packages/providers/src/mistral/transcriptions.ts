import { openAiTranscriptions } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const transcriptions = openAiTranscriptions(vendor);
