import type { Service } from '../service.ts';
import { readinessDefaults } from '../service-definition.ts';
import { ourContainer, ourServerEnvironment, ourServerPorts, ourServerProcess, redisDependency } from './our-server.ts';
import { internalPort } from './stack-settings.ts';

/** One OpenAI-compatible API over all providers. */
export const gateway: Service = {
  name: 'gateway',

  local(settings) {
    const { gatewayPort: port, configFile } = settings;
    const url = `http://127.0.0.1:${port}`;
    const readiness = { kind: 'http', url: `${url}/health/readiness` } as const;
    return [
      {
        name: 'gateway',
        dependsOn: redisDependency(settings),
        ports: ourServerPorts(port, 'GATEWAY_PORT'),
        url,
        // The public /health tells what is wrong to holders of the key alone.
        health: { kind: 'http', url: `http://127.0.0.1:${internalPort(port)}/health` },
        readiness: { ...readinessDefaults, probe: readiness },
        environment: ourServerEnvironment(settings, internalPort(port)),
        local: ourServerProcess(settings, { app: 'gateway' }, [
          '--host',
          '127.0.0.1',
          '--port',
          String(port),
          '--config',
          configFile,
        ]),
      },
    ];
  },

  container: {
    ...ourContainer,
    command: ['--config', '/config/${SHOWRUNNER_CONFIG:-local}.yaml'],
    published: { port: 4000, movedBy: 'GATEWAY_PORT', of: ({ gatewayPort }) => gatewayPort },
    url: ({ gatewayPort }) => `http://127.0.0.1:${gatewayPort}`,
    needs: ['redis'],
    aliases: ['litellm'],
    callsMachine: true,
    mounts: [
      { from: './ai-infra/litellm/config', movedBy: 'SHOWRUNNER_CONFIG_FOLDER', to: '/config', readOnly: true },
      { from: 'gateway-data', to: '/data' },
      { from: 'model-cache', movedBy: 'SHOWRUNNER_MODEL_CACHE', to: '/cache' },
    ],
    secrets: { LITELLM_MASTER_KEY: 'LITELLM_MASTER_KEY', ...ourContainer.secrets },
    alsoReads: ['HTTPS_PROXY', 'NO_PROXY', 'SHOWRUNNER_MODEL_PATH', 'SHOWRUNNER_LOCAL_MODEL', 'SHOWRUNNER_GPU'],
    limits: { memory: '${GATEWAY_MEMORY_LIMIT:-4g}', processes: 256 },
    remarks: {
      callsMachine: 'Model servers on the machine itself: OLLAMA_API_BASE=http://host.docker.internal:11434',
      stopGraceSeconds: "Over the servers' drain of 30 s, so that they are killed only when they hang.",
      limits: 'A local model of 1.5 billion parameters takes 2.3 GB; without one the gateway stays under 200 MB.',
    },
  },
};
