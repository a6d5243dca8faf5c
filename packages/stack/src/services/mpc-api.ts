import { readinessDefaults } from '../service-definition.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { ourServerEnvironment, ourServerPorts, ourServerProcess } from './our-server.ts';
import { internalPort } from './stack-settings.ts';
import type { StackSettings } from './stack-settings.ts';

export function mpcApiService(settings: StackSettings): ServiceDefinition {
  const { mpcApiPort: port, gatewayPort } = settings;
  const url = `http://127.0.0.1:${port}`;
  return {
    name: 'mpc-api',
    // It starts beside the gateway and is ready when the gateway is: that is shorter than one after the other.
    dependsOn: [{ service: 'gateway', condition: 'started' }],
    ports: ourServerPorts(port, 'MPC_API_PORT'),
    url,
    // The internal listener tells details without a key.
    health: { kind: 'http', url: `http://127.0.0.1:${internalPort(port)}/health` },
    readiness: { ...readinessDefaults, probe: { kind: 'http', url: `${url}/health/ready` } },
    environment: {
      LITELLM_BASE_URL: `http://127.0.0.1:${gatewayPort}`,
      ...ourServerEnvironment(settings, port),
    },
    local: ourServerProcess(settings, 'mpc-api', ['--port', String(port)]),
  };
}
