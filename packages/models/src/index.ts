export { describeModel, type ModelDescription, type ModelLayers } from './describe-model.ts';
export { estimateTokens } from './estimate-tokens.ts';
export type { ModelFacts } from './model-facts.ts';
export type { ModelInfo } from './model-info.ts';
export { lookUpModel, modelsOf, modelTableSource } from './model-table.ts';
export { billedTier, priceOf, priceServedAs, pricesOf, type ModelPrice, type TierPrice } from './price.ts';
export { readBatchPrice } from './batch-price.ts';
export { isPriceMember, type Unit, type Use } from './unit.ts';
