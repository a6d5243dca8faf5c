import { startRedis } from '@showrunner/testkit';
import type { Provocations } from '../provocation.ts';
import { GOOD_KEYS, type TestCheckout } from '../test-checkout.ts';

/** Answers as an engine and a Compose of today do; each line may be replaced. */
const docker = (replaced: Readonly<Record<string, string>> = {}): string => {
  const answers: Record<string, string> = {
    '--version': 'echo Docker version 29.1.0',
    version: 'echo \'"29.1.0"\'',
    'compose version': 'echo 5.6.0',
    'compose config --quiet': 'exit 0',
    'compose config --environment': 'cat .env',
    'image ls': 'printf "showrunner-gateway\\nshowrunner-mpc-api\\n"',
    ...replaced,
  };
  const cases = Object.entries(answers)
    .toSorted(([left], [right]) => right.length - left.length)
    .map(([argv, script]) => `  "${argv}"*) ${script} ;;`);
  return `case "$*" in\n${cases.join('\n')}\nesac`;
};

const containers = ({ change, program }: TestCheckout): void => {
  change({ environment: { SHOWRUNNER_RUNTIME: 'docker' } });
  program('docker', docker());
};

export const others: Provocations = {
  'docker.engine': {
    prepares: containers,
    breaks: ({ program }) => program('docker', docker({ version: 'echo \'"19.3.1"\'' })),
    finds: /^Docker Engine 19\.3\.1 is too old/,
  },
  'docker.compose-file': {
    prepares: containers,
    breaks: ({ program }) =>
      program('docker', docker({ 'compose config --quiet': 'echo "services.gateway must be a mapping" >&2; exit 15' })),
    finds: /^Compose refuses the file: services\.gateway must be a mapping/,
  },
  'docker.env': {
    prepares: containers,
    breaks: ({ program }) =>
      program('docker', docker({ 'compose config --environment': 'sed "s/^MPC_API_KEY=.*/MPC_API_KEY=x/" .env' })),
    finds: /^Compose reads another value of MPC_API_KEY/,
  },
  'docker.images': {
    prepares: containers,
    breaks: ({ program }) => program('docker', docker({ 'image ls': 'echo showrunner-gateway' })),
    finds: /^The image showrunner-mpc-api is not built/,
  },
  'redis.answers': {
    async prepares({ change, use }) {
      const redis = await startRedis({ password: GOOD_KEYS.REDIS_PASSWORD });
      use(redis);
      change({ environment: { REDIS_HOST: redis.host, REDIS_PORT: String(redis.port) } });
    },
    breaks: ({ change }) => change({ environment: { REDIS_PASSWORD: 'another' } }),
    finds: /^Redis refuses the password/,
  },
  'redis.policy': {
    async prepares({ change, use }) {
      const redis = await startRedis();
      use(redis);
      change({ environment: { REDIS_URL: redis.url } });
    },
    async breaks({ change, use }) {
      const redis = await startRedis({ settings: { 'maxmemory-policy': 'allkeys-lru' } });
      use(redis);
      change({ environment: { REDIS_URL: redis.url } });
    },
    finds: /^Redis evicts by allkeys-lru/,
  },
};
