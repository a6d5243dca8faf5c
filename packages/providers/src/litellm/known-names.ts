import names from './vendors.generated.json' with { type: 'json' };

const vendors: ReadonlySet<string> = new Set(names.vendors);

const vendorByModel: ReadonlyMap<string, string> = new Map(
  Object.entries(names.models).flatMap(([vendor, models]) => models.map((model) => [model, vendor] as const)),
);

/** Whether LiteLLM has a vendor of this name, be it served here or not. */
export function isLiteLlmVendor(name: string): boolean {
  return vendors.has(name);
}

/** The vendor of a model that LiteLLM knows by its name alone, for example `openai` of `whisper-1`. */
export function vendorOfModel(model: string): string | undefined {
  return vendorByModel.get(model);
}
