import { openAiEdits } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const edits = openAiEdits(vendor);
