export { ApiError } from '@showrunner/errors';
export type { ErrorCode } from '@showrunner/errors';
export type * from './contract-types.generated.ts';
export { recipeNames } from './contract-types.generated.ts';
export type * from './methods.generated.ts';
export { Showrunner } from './showrunner.ts';
export type { ShowrunnerOptions } from './showrunner.ts';
export type { CallOptions } from './transport.ts';
export type { Answer, GenerationEvent } from './types.ts';
