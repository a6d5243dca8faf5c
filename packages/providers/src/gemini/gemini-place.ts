import type { GeminiPlace } from '../gemini-wire/contents.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { vendor } from './vendor.ts';

/** Google's Gemini API, or what a deployment names in its place. */
export const place: GeminiPlace = {
  vendor,
  model: ({ model, settings }) =>
    `${withoutTrailingSlashes(settings.apiBase ?? vendor.defaultApiBase)}/models/${encodeURIComponent(model)}`,
  /** A question of more than its turns is one of its own, and says its model by itself. */
  counted({ contents, ...others }, { model }) {
    if (Object.keys(others).length === 0) return { contents };
    return { generateContentRequest: { model: `models/${model}`, contents, ...others } };
  },
};
