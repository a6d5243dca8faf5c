import type { Service } from '../service.ts';
import { readinessDefaults } from '../service-definition.ts';
import { mpcApi } from './mpc-api.ts';
import {
  CONTENT_NODE_ARGS,
  ourContainer,
  ourServerEnvironment,
  ourServerProcess,
  redisDependency,
} from './our-server.ts';
import type { LocalSettings } from './stack-settings.ts';

/** Where the first one answers health and metrics, beside the content API's two ports and Grafana's. */
const PORT = 3003;
const AFTER_API = 3;

/** Carries out jobs that the content API accepted: as many as one likes, none unless asked for. */
export const worker: Service = {
  name: 'worker',

  local: (settings) => Array.from({ length: settings.workers }, (_, index) => workerProcess(settings, index)),

  container: {
    ...ourContainer,
    url: () => `http://worker:${PORT}`,
    needs: ['redis', 'gateway', 'mpc-api'],
    mounts: mpcApi.container.mounts,
    environment: { ...mpcApi.container.environment, INTERNAL_PORT: String(PORT) },
    secrets: mpcApi.container.secrets,
    replicas: { preset: 0, movedBy: 'SHOWRUNNER_WORKERS', of: ({ workers }) => workers },
    limits: mpcApi.container.limits,
    remarks: {
      replicas: 'The content API carries out jobs itself; MPC_WORKERS=0 leaves them to these.',
    },
  },
};

function workerProcess(settings: LocalSettings, index: number) {
  const { mpcApiPort, gatewayPort } = settings;
  const port = mpcApiPort + AFTER_API + index;
  const url = `http://127.0.0.1:${port}`;
  return {
    name: index === 0 ? 'worker' : `worker-${index + 1}`,
    dependsOn: [
      ...redisDependency(settings),
      { service: 'gateway', condition: 'started' },
      // It makes the tables.
      { service: 'mpc-api', condition: 'started' },
    ],
    ports: [{ port, movedBy: 'MPC_API_PORT' }],
    url,
    health: { kind: 'http', url: `${url}/health` },
    readiness: { ...readinessDefaults, probe: { kind: 'http', url: `${url}/health/ready` } },
    environment: {
      LITELLM_BASE_URL: `http://127.0.0.1:${gatewayPort}`,
      ...ourServerEnvironment(settings, port),
      // The API's, to which the links of its webhooks lead.
      PORT: String(mpcApiPort),
    },
    local: ourServerProcess(settings, { app: 'mpc-api', main: 'worker-main.ts', nodeArgs: CONTENT_NODE_ARGS }),
  } as const;
}
