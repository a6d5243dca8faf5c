import { geminiContents } from '../gemini-wire/contents.ts';
import type { HttpContents } from '../spec/operations/contents.ts';
import { place } from './gemini-place.ts';
import { isGemini } from './publishers.ts';

export const contents: HttpContents = { ...geminiContents(place), fits: isGemini };
