import { geminiContents } from '../gemini-wire/contents.ts';
import { place } from './gemini-place.ts';

export const contents = geminiContents(place);
