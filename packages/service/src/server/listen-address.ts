export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** Whether other processes may listen there as well. */
  readonly reusePort?: boolean;
  /** What moves the port, for the message when it is taken: `--port or GATEWAY_PORT`. */
  readonly portSetBy?: string;
}
