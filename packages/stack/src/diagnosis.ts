// What looks at a machine and a stack without changing either, for the checks of an installation.
export { controlAddress, isOurs } from './control/address.ts';
export { findPortHolder, isPortTaken } from './process/port-holder.ts';
export type { PortHolder } from './process/port-holder.ts';
export { isAlive } from './process/process-identity.ts';
export { probeEngine } from './runtimes/docker/probe-engine.ts';
export { createDocker } from './runtimes/docker/run-docker.ts';
export type { Docker } from './runtimes/docker/run-docker.ts';
export { readState, stateFilePath } from './supervisor/state-file.ts';
