import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** DigitalOcean Gradient AI (docs.digitalocean.com, "Serverless inference", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'gradient_ai',
  title: 'DigitalOcean Gradient AI',
  environment: { apiKey: ['GRADIENT_AI_API_KEY'] },
  keyRequired: true,
  defaultApiBase: 'https://inference.do-ai.run/v1',
});
