/** Where this machine reaches our servers. */
export interface PublishedPorts {
  readonly gatewayPort: number;
  readonly mpcApiPort: number;
}

/** What decides which services there are, and where. */
export interface StackShape extends PublishedPorts {
  /** Workers that run as services of their own beside the content API. */
  readonly workers: number;
}

/** Everything that the definitions of our services depend on. */
export interface StackSettings extends StackShape {
  /** The checkout. */
  readonly root: string;
  readonly dataFolder: string;
  /** The gateway's YAML. */
  readonly configFile: string;
  /** The services' settings: `.env`, and what the operator's environment says instead. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A Redis that the stack runs itself. */
export interface OwnRedis {
  /** The absolute path of `redis-server`. */
  readonly command: string;
  readonly port: number;
  readonly password: string;
}

/** What the processes of this machine depend on beside. */
export interface LocalSettings extends StackSettings {
  /** Absent where another one is used, or none. */
  readonly redis?: OwnRedis;
}

/** A server's internal listener (health, metrics) lies beside its published port: 4000 and 4001, 3000 and 3001. */
export function internalPort(publishedPort: number): number {
  return publishedPort + 1;
}
