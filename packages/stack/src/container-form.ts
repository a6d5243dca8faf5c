import type { PublishedPorts, StackShape } from './services/stack-settings.ts';

/**
 * How a service runs as a container, as plain data: `docker-compose.yml` is made from it. Texts may hold what Compose
 * fills in: `${NAME}`, `${NAME:-default}`, and `$$` for a dollar.
 */
export interface ContainerForm {
  readonly image: ContainerImage;
  /** What runs in it, where the image does not say. */
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** User and group by number, so that everybody can see that it is not root. */
  readonly user: string;
  /** Where this machine reaches it; without it only the network of the containers does. */
  readonly published?: PublishedContainerPort;
  /** Where people and programs reach it. */
  readonly url: (ports: PublishedPorts) => string;
  /** Services that have to be healthy before it starts; they start with it. */
  readonly needs: readonly string[];
  /** Further names on the network of the containers. */
  readonly aliases?: readonly string[];
  /** It calls servers of the machine itself by the name `host.docker.internal`. */
  readonly callsMachine?: boolean;
  readonly mounts: readonly Mount[];
  /** What holds whatever `.env` says. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that carry a secret of `requiredSecrets`, by its name. */
  readonly secrets: Readonly<Record<string, RequiredSecret>>;
  /** Settings of `.env` that it gets beside those of its own schema. */
  readonly alsoReads?: readonly string[];
  readonly health: HealthCheck;
  /** From the request to stop until it is killed; longer than its drain. */
  readonly stopGraceSeconds: number;
  /** How many of it run; one where this does not say. */
  readonly replicas?: Replicas;
  readonly limits: { readonly memory: string; readonly processes: number };
  /** What a reader of docker-compose.yml should know of a member. */
  readonly remarks?: Readonly<Partial<Record<RemarkedMember, string>>>;
}

type RemarkedMember = 'callsMachine' | 'command' | 'health' | 'limits' | 'replicas' | 'secrets' | 'stopGraceSeconds';

export type ContainerImage =
  /** Built from ai-infra/docker/Dockerfile, by the target of the service's name. */
  | { readonly kind: 'ours' }
  /** Pulled; the variable names another. */
  | { readonly kind: 'pulled'; readonly name: string; readonly movedBy: string };

export interface PublishedContainerPort {
  /** In the container, and on the machine where no variable says otherwise. */
  readonly port: number;
  readonly movedBy: string;
  /** What the command line has read of that variable. */
  readonly of: (ports: PublishedPorts) => number;
}

export interface Replicas {
  readonly preset: number;
  readonly movedBy: string;
  /** What the command line has read of that variable. */
  readonly of: (shape: StackShape) => number;
}

export interface Mount {
  /** A named volume, or a folder of the checkout that begins with `./`. */
  readonly from: string;
  /** The variable that names another folder of the machine. */
  readonly movedBy?: string;
  readonly to: string;
  readonly readOnly?: boolean;
}

export interface HealthCheck {
  readonly test: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly startPeriodSeconds: number;
  /** How often a starting container is asked. */
  readonly startIntervalSeconds: number;
}

/** What `.env` must hold before Compose starts anything, and how each is made. */
export const requiredSecrets = {
  LITELLM_MASTER_KEY: 'write LITELLM_MASTER_KEY=sk-… into .env; openssl rand -hex 24 makes what follows sk-',
  MPC_API_KEY: 'write MPC_API_KEY=… into .env; openssl rand -hex 24 makes one',
  REDIS_PASSWORD: 'write REDIS_PASSWORD=… into .env; openssl rand -hex 24 makes one',
} as const;

export type RequiredSecret = keyof typeof requiredSecrets;
