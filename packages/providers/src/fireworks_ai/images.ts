import { openAiImages } from '../openai-wire/media-kinds.ts';
import { vendor } from './vendor.ts';

export const images = openAiImages(vendor);
