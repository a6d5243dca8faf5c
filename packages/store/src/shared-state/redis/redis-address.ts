/** Where a Redis is, in ioredis' own option names. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  readonly tls?: object;
  /** It is a node of a Redis Cluster, which leads to the others. */
  readonly isCluster?: boolean;
}

/** What an operator gives: a URL, or host, port and password apart. */
export interface RedisSettings {
  /** `redis://[user][:password@]host[:port][/database]`, `rediss://` for TLS. */
  readonly url?: string | undefined;
  readonly host?: string | undefined;
  /** Default 6379. */
  readonly port?: number | undefined;
  readonly password?: string | undefined;
  /** Further nodes of a Redis Cluster, asked where the first does not answer. */
  readonly others?: readonly { readonly host: string; readonly port: number | undefined }[] | undefined;
}

const DEFAULT_PORT = 6379;

/**
 * The address that the settings name, or `undefined` where they name none. The URL comes first; a password given apart
 * completes a URL without one. Throws where the URL is none; its text never holds the URL, which may hold a password.
 */
export function redisAddress({ url, host, port, password }: RedisSettings): RedisAddress | undefined {
  if (url === undefined || url === '') {
    return host === undefined || host === ''
      ? undefined
      : { host, port: port ?? DEFAULT_PORT, ...(password ? { password } : {}) };
  }
  const parsed = URL.parse(url);
  if (parsed === null || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new Error(
      'REDIS_URL is not a Redis URL; it looks like redis://:password@host:6379/0, or rediss://… for TLS. ' +
        'Characters such as @ / : in the password are written percent-encoded.',
    );
  }
  const secret = decodeURIComponent(parsed.password) || password;
  const db = Number(parsed.pathname.slice(1));
  if (!Number.isInteger(db))
    throw new Error('REDIS_URL ends in a database that is no number; it looks like redis://host:6379/0');
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? DEFAULT_PORT : Number(parsed.port),
    ...(parsed.username === '' ? {} : { username: decodeURIComponent(parsed.username) }),
    ...(secret ? { password: secret } : {}),
    ...(db === 0 ? {} : { db }),
    ...(parsed.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** The address for messages: without user, password and database. */
export function displayAddress({ host, port }: RedisAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
