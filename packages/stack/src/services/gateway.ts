import { readinessDefaults } from '../service-definition.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { ourServerEnvironment, ourServerPorts, ourServerProcess } from './our-server.ts';
import { internalPort } from './stack-settings.ts';
import type { StackSettings } from './stack-settings.ts';

export function gatewayService(settings: StackSettings): ServiceDefinition {
  const { gatewayPort: port, configFile } = settings;
  const url = `http://127.0.0.1:${port}`;
  const readiness = { kind: 'http', url: `${url}/health/readiness` } as const;
  return {
    name: 'gateway',
    dependsOn: [],
    ports: ourServerPorts(port, 'GATEWAY_PORT'),
    url,
    // The public /health tells what is wrong to holders of the key alone.
    health: { kind: 'http', url: `http://127.0.0.1:${internalPort(port)}/health` },
    readiness: { ...readinessDefaults, probe: readiness },
    environment: ourServerEnvironment(settings, port),
    local: ourServerProcess(settings, 'gateway', ['--port', String(port), '--config', configFile]),
  };
}
