import { asString } from '../kit/json.ts';
import { withoutTrailingSlashes } from '../kit/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { readBedrockModel } from './bedrock-model.ts';

/** LiteLLM's, where nobody says one. */
const DEFAULT_REGION = 'us-west-2';

/** Where Bedrock's models are called. */
export function endpointOf(model: string, settings: ProviderSettings): string {
  const named = settings.apiBase ?? optionOf(settings, 'aws_bedrock_runtime_endpoint');
  if (named !== undefined) return withoutTrailingSlashes(named);
  const region = regionOf(model, settings);
  return `https://bedrock-runtime.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** What the model's name says counts first: a profile lies in one region. */
export function regionOf(model: string, settings: ProviderSettings): string {
  return readBedrockModel(model).region ?? optionOf(settings, 'aws_region_name') ?? DEFAULT_REGION;
}

/** One of Bedrock's own settings. */
export function optionOf({ options }: ProviderSettings, name: string): string | undefined {
  return asString(options?.[name]) || undefined;
}
