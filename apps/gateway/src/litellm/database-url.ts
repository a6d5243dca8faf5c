/** What Prisma reads of an address and Postgres's own clients do not know (prisma.io, "PostgreSQL connection URL"). */
const PRISMAS = [
  'schema',
  'connection_limit',
  'pool_timeout',
  'connect_timeout',
  'socket_timeout',
  'pgbouncer',
  'statement_cache_size',
  'sslaccept',
  'sslidentity',
  'sslpassword',
  'single_use_connections',
];

/**
 * The addresses by which the database of a LiteLLM is reached, the likeliest first. Prisma encrypts where the server
 * can, and believes any certificate unless it is told to be strict; who reads its address does alike.
 */
export function asPostgresReads(url: string): string[] {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (!read) return [url];
  const mode = read.searchParams.get('sslmode');
  const isStrict = read.searchParams.get('sslaccept') === 'strict';
  for (const name of PRISMAS) read.searchParams.delete(name);
  if (mode !== null && mode !== 'prefer') {
    if (!isStrict && mode === 'require') read.searchParams.set('sslmode', 'no-verify');
    return [read.href];
  }
  read.searchParams.delete('sslmode');
  const encrypted = new URL(read);
  encrypted.searchParams.set('sslmode', 'no-verify');
  return [read.href, encrypted.href];
}

/**
 * The database that a LiteLLM of this environment would use: `DATABASE_URL`, else what it puts together out of
 * `DATABASE_HOST` and the like (`litellm/proxy/utils.py`, `construct_database_url_from_env_vars`, 1.108.7).
 */
export function databaseUrlOf({
  DATABASE_URL: url,
  DATABASE_HOST: host,
  DATABASE_USERNAME: user,
  DATABASE_PASSWORD: password,
  DATABASE_NAME: name,
  DATABASE_SCHEMA: schema,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (url) return url;
  if (!host || !user || !name) return undefined;
  const secret = password ? `:${encodeURIComponent(password)}` : '';
  const query = schema ? `?schema=${encodeURIComponent(schema)}` : '';
  return `postgresql://${encodeURIComponent(user)}${secret}@${host}/${encodeURIComponent(name)}${query}`;
}
