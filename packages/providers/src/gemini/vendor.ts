import { defineHttpVendor } from '../kit/http-vendor.ts';
import { shelf } from './shelf.ts';

/** Google's Gemini API (AI Studio). */
export const vendor = defineHttpVendor({
  name: 'gemini',
  title: 'Google Gemini',
  environment: { apiKey: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'], apiBase: ['GEMINI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://generativelanguage.googleapis.com/v1beta',
  files: { shelf },
  passage: { headers: ({ apiKey }) => (apiKey === undefined ? {} : { 'x-goog-api-key': apiKey }) },
});
