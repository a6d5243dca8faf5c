import { OperatorError, type Problem } from '../../operator-error.ts';

/** The oldest that the Compose file is tried with. */
export const OLDEST_ENGINE = '20.10';
/** `!reset` and `!override` in the override files (Compose 2.24.4, release notes of 2024-02). */
export const OLDEST_COMPOSE = '2.24';

const withoutDocker = 'or run the stack without Docker: --runtime local';

export function dockerMissing(): OperatorError {
  return new OperatorError({
    what: 'There is no docker program on the PATH',
    fix: `install Docker Engine or Docker Desktop, ${withoutDocker}`,
  });
}

export function composeMissing(): OperatorError {
  return new OperatorError({
    what: 'Docker has no Compose: "docker compose" is not known to it',
    fix: `install the plugin (Debian and Ubuntu: apt-get install docker-compose-plugin), ${withoutDocker}`,
  });
}

export function tooOld(part: string, found: string, oldest: string): OperatorError {
  return new OperatorError({
    what: `${part} ${found} is too old: ${oldest} or newer is needed`,
    fix: `update Docker, ${withoutDocker}`,
  });
}

export function otherCheckout(project: string, folder: string): OperatorError {
  return new OperatorError({
    what: `The containers of project ${project} belong to another checkout`,
    where: folder,
    fix: `stop that stack first (docker compose --project-name ${project} down; its data stays), or give this one a name of its own in .env: COMPOSE_PROJECT_NAME, with other ports and another NETWORK_NAME`,
  });
}

/** What Docker's messages mean, the most telling first; the words are those of Docker 20.10 to 29 and Compose 2 to 5. */
const meanings: readonly { readonly says: RegExp; readonly problem: (match: RegExpExecArray) => Problem }[] = [
  {
    says: /permission denied while trying to connect|dial unix \S+: connect: permission denied/i,
    problem: () => ({
      what: 'This user may not speak with the Docker engine',
      fix: `let this user (sudo usermod -aG docker "$USER", then log in again), ${withoutDocker}`,
    }),
  },
  {
    says: /cannot connect to the docker daemon|failed to connect to the docker api|is the docker daemon running|error during connect|no such host/i,
    problem: () => ({
      what: 'No Docker engine answers',
      fix: `start it (Docker Desktop, or sudo systemctl start docker) or correct DOCKER_HOST, ${withoutDocker}`,
    }),
  },
  {
    says: /'compose' is not a docker command|unknown (?:shorthand flag|command)[^\n]*compose|unknown shorthand flag: '\w' in -\w/i,
    problem: () => composeMissing().problem,
  },
  {
    says: /required variable (\w+) is missing a value: ?(.*)/i,
    problem: ([, name = '', fix = '']) => ({
      what: `${name} is not set, and Compose needs it`,
      where: '.env',
      fix: `run "showrunner init", which fills in what is missing, or ${fix.trim()}`,
    }),
  },
  {
    says: /(?:bind for|listen tcp\d?) ([\d.:[\]]+?):(\d+)[^\n]*(?:already allocated|already in use)/i,
    problem: ([, host = '', port = '']) => ({
      what: `Port ${port} is taken`,
      where: `${host}:${port}`,
      fix: 'stop what listens there, or move the service: GATEWAY_PORT or MPC_API_PORT in .env',
    }),
  },
  {
    says: /no space left on device/i,
    problem: () => ({
      what: "Docker's disk is full",
      fix: 'remove what is unused: showrunner prune, docker system prune',
    }),
  },
  {
    says: /(?:pull access denied for|manifest for|failed to resolve (?:source metadata for|reference)) "?([\w./:-]*\w)/i,
    problem: ([, image = '']) => ({
      what: `The image ${image} cannot be had`,
      fix: 'check the connection to the registry (behind a proxy, set it in Docker), or name another image: NODE_IMAGE, REDIS_IMAGE, LITELLM_IMAGE',
    }),
  },
  {
    says: /invalid pool request|pool overlaps|could not find an available[^\n]*address pool/i,
    problem: () => ({
      what: 'Docker has no free network addresses left',
      fix: 'remove networks that nothing uses: docker network prune',
    }),
  },
];

const LAST_LINES = 20;

/** What a `docker` command that failed means; its own last words where we do not know them. */
export function dockerFailed(doing: string, output: string): OperatorError {
  for (const { says, problem } of meanings) {
    const match = says.exec(output);
    if (match) return new OperatorError(problem(match));
  }
  const lines = output.trim().split('\n').slice(-LAST_LINES);
  return new OperatorError({ what: `Docker could not ${doing}`, where: 'docker compose', lines });
}
