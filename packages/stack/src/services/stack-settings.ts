/** Everything that the definitions of our services depend on. */
export interface StackSettings {
  /** The checkout. */
  readonly root: string;
  readonly dataFolder: string;
  /** The gateway's YAML. */
  readonly configFile: string;
  readonly gatewayPort: number;
  readonly mpcApiPort: number;
  /** The services' settings: `.env`, and what the operator's environment says instead. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A server's internal listener (health, metrics) lies beside its published port: 4000 and 4001, 3000 and 3001. */
export function internalPort(publishedPort: number): number {
  return publishedPort + 1;
}
