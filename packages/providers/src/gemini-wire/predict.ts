import type { AdapterWarning, EncodedRequest, ProviderCall } from '../spec/call.ts';
import { geminiRequest, type GeminiPlace } from './contents.ts';

/** What a model of Google's that is no language model is given. */
export interface Prediction {
  readonly instances: readonly object[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A request of `predict`, by which Google's models of pictures and vectors are called. */
export function predictRequest(
  place: GeminiPlace,
  call: ProviderCall,
  { instances, parameters }: Prediction,
  warnings: AdapterWarning[] = [],
): EncodedRequest {
  const body = { instances, ...(Object.keys(parameters).length > 0 && { parameters }) };
  return { ...geminiRequest(place, call, 'predict', body), warnings };
}
