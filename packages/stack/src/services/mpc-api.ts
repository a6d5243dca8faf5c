import type { Service } from '../service.ts';
import { readinessDefaults } from '../service-definition.ts';
import {
  CONTENT_NODE_ARGS,
  ourContainer,
  ourServerEnvironment,
  ourServerPorts,
  ourServerProcess,
  redisDependency,
} from './our-server.ts';
import { internalPort } from './stack-settings.ts';

/** The content API. */
export const mpcApi: Service = {
  name: 'mpc-api',

  local(settings) {
    const { mpcApiPort: port, gatewayPort } = settings;
    const url = `http://127.0.0.1:${port}`;
    return [
      {
        name: 'mpc-api',
        // It starts beside the gateway and is ready when the gateway is: that is shorter than one after the other.
        dependsOn: [...redisDependency(settings), { service: 'gateway', condition: 'started' }],
        ports: ourServerPorts(port, 'MPC_API_PORT'),
        url,
        // The internal listener tells details without a key.
        health: { kind: 'http', url: `http://127.0.0.1:${internalPort(port)}/health` },
        readiness: { ...readinessDefaults, probe: { kind: 'http', url: `${url}/health/ready` } },
        environment: {
          LITELLM_BASE_URL: `http://127.0.0.1:${gatewayPort}`,
          ...ourServerEnvironment(settings, internalPort(port)),
        },
        local: ourServerProcess(settings, { app: 'mpc-api', nodeArgs: CONTENT_NODE_ARGS }, [
          '--host',
          '127.0.0.1',
          '--port',
          String(port),
        ]),
      },
    ];
  },

  container: {
    ...ourContainer,
    published: { port: 3000, movedBy: 'MPC_API_PORT', of: ({ mpcApiPort }) => mpcApiPort },
    url: ({ mpcApiPort }) => `http://127.0.0.1:${mpcApiPort}`,
    needs: ['redis', 'gateway'],
    mounts: [{ from: 'mpc-api-data', to: '/data' }],
    environment: { LITELLM_BASE_URL: 'http://gateway:4000', ...ourContainer.environment },
    secrets: { MPC_API_KEY: 'MPC_API_KEY', LITELLM_MASTER_KEY: 'LITELLM_MASTER_KEY', ...ourContainer.secrets },
    limits: { memory: '1g', processes: 128 },
  },
};
