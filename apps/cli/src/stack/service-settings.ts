import {
  defineEnvironment,
  gatewayKeyVariable,
  redisVariables,
  serverVariables,
  type ProcessEnvironment,
} from '@showrunner/service/environment';
import { stackEnvironment } from '../environment.ts';

/** What the stack's services read alike. What one reads alone it checks itself, before anything else, when it starts. */
const serviceSettings = defineEnvironment({
  ...serverVariables({ port: 0 }),
  ...stackEnvironment.variables,
  ...gatewayKeyVariable,
  ...redisVariables,
});

/** @throws {EnvironmentError} with every setting that the services would refuse */
export function checkServiceSettings(settings: ProcessEnvironment): void {
  // PORT and HOST of the operator's shell are another program's.
  const { PORT: _port, HOST: _host, ...given } = settings;
  serviceSettings.read(given);
}
