import { describeModel, isPriceMember, lookUpModel, type ModelInfo, type ModelPrice } from '@showrunner/models';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';

/**
 * What a picture costs where the table prices it by quality and size (`standard/1024-x-1792/dall-e-3`, LiteLLM's form,
 * `llms/*\/image_generation/cost_calculator.py`); nothing where
 * the configuration has a price of its own, which holds for all sizes.
 */
export function sizedPrice({ info, adapter, vendorModel }: Deployment, request: ModelRequest): ModelPrice | undefined {
  if (hasOwnPrice(info, lookUpModel(adapter.name, vendorModel))) return undefined;
  const size = textOf(request.size, '1024x1024').replace('x', '-x-');
  const quality = textOf(request.quality, 'standard');
  for (const name of [`${quality}/${size}/${vendorModel}`, `${size}/${vendorModel}`]) {
    const table = lookUpModel(adapter.name, name);
    if (table) return describeModel({ table }).price;
  }
  return undefined;
}

function hasOwnPrice(info: ModelInfo, table: ModelInfo = {}): boolean {
  return Object.keys(info).some((member) => isPriceMember(member) && info[member] !== table[member]);
}

function textOf(value: unknown, usual: string): string {
  return typeof value === 'string' && value !== '' ? value : usual;
}
