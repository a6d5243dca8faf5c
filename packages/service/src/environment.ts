export { defineEnvironment } from './environment/define-environment.ts';
export type { Environment } from './environment/define-environment.ts';
export { EnvironmentError } from './environment/environment-error.ts';
export type { EnvironmentFinding } from './environment/environment-error.ts';
export { address, flag, port, wholeNumber } from './environment/kinds.ts';
export { redisVariables } from './environment/redis-variables.ts';
export { serverVariables } from './environment/server-variables.ts';
export type { EnvironmentOf, ProcessEnvironment, Variable, Variables } from './environment/variable.ts';
export { Secret } from './secret.ts';
