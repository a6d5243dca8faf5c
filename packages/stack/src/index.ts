export { OperatorError } from './operator-error.ts';
export type { Problem } from './operator-error.ts';
export type { Probe, PublishedPort, ServiceDefinition } from './service-definition.ts';
export { processOf } from './service-state.ts';
export type { ServiceState, ServiceStatus } from './service-state.ts';
export { requiredSecrets } from './container-form.ts';
export type { ContainerForm, HealthCheck, Mount } from './container-form.ts';
export type { Service } from './service.ts';
export { CONTENT_NODE_ARGS, SERVER_MALLOC_ARENAS } from './services/our-server.ts';
export { stackServices } from './services/stack-services.ts';
export type { ServiceReport } from './control/protocol.ts';
export type { LogLine } from './logs/log-line.ts';
export type { StackSettings } from './services/stack-settings.ts';
export { chooseRuntime, runtimeChoices } from './runtimes/choose-runtime.ts';
export type { RuntimeChoice } from './runtimes/choose-runtime.ts';
export type {
  Removable,
  Runtime,
  RuntimeKind,
  ServiceHealth,
  SharedState,
  StackReport,
  StartRequest,
} from './runtimes/runtime.ts';
