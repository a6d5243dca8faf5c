import { awsDomain, awsOption, awsRegion } from '../aws/aws-identity.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { readBedrockModel } from './bedrock-model.ts';

/** Where Bedrock's models are called. */
export function endpointOf(model: string, settings: ProviderSettings): string {
  const named = settings.apiBase ?? awsOption(settings, 'aws_bedrock_runtime_endpoint');
  if (named !== undefined) return withoutTrailingSlashes(named);
  const region = regionOf(model, settings);
  return `https://bedrock-runtime.${region}.${awsDomain(region)}`;
}

/** What the model's name says counts first: a profile lies in one region. */
export function regionOf(model: string, settings: ProviderSettings): string {
  return readBedrockModel(model).region ?? awsRegion(settings);
}
