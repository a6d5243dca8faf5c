import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Databricks (docs.databricks.com, "Foundation model REST API reference", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'databricks',
  title: 'Databricks',
  environment: { apiKey: ['DATABRICKS_API_KEY'], apiBase: ['DATABRICKS_API_BASE'] },
  keyRequired: true,
  defaultApiBase: undefined,
});
