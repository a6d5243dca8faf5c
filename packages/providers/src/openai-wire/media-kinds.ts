import { openAiPassed, openAiUpload } from './media.ts';
import type { OpenAiVendor } from './openai-vendor.ts';

/** Pictures out of words. */
export const openAiImages = (vendor: OpenAiVendor) => openAiPassed(vendor, '/images/generations');
/** Speech. */
export const openAiSpeech = (vendor: OpenAiVendor) => openAiPassed(vendor, '/audio/speech');
/** Changed pictures. */
export const openAiEdits = (vendor: OpenAiVendor) => openAiUpload(vendor, '/images/edits');
/** Variations of a picture. */
export const openAiVariations = (vendor: OpenAiVendor) => openAiUpload(vendor, '/images/variations');
/** Text of speech. */
export const openAiTranscriptions = (vendor: OpenAiVendor) => openAiUpload(vendor, '/audio/transcriptions');
/** English text of speech. */
export const openAiTranslations = (vendor: OpenAiVendor) => openAiUpload(vendor, '/audio/translations');
