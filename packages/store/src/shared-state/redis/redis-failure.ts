/**
 * Refusals that say "not now" of a server that is there (redis.io, "Redis serialization protocol specification" and the
 * server's own error prefixes, 7.4): still loading, a replica, out of memory, cannot persist, wrong or missing password,
 * a node of a cluster that does not have all the keys.
 */
const UNAVAILABLE =
  /^(NOAUTH|WRONGPASS|NOPERM|LOADING|READONLY|OOM|MISCONF|MASTERDOWN|CLUSTERDOWN|CROSSSLOT|MOVED|ASK|TRYAGAIN|NOREPLICAS|BUSY|UNKILLABLE|ERR max number of clients|ERR invalid password)/;

const REFUSED_PASSWORD = /^(NOAUTH|WRONGPASS|NOPERM|ERR invalid password)/;

/** Whether Redis is at fault (gone, slow, refusing) and not the command: then the local fallback takes over. */
export function isUnavailable(error: unknown): boolean {
  return !(error instanceof Error) || error.name !== 'ReplyError' || UNAVAILABLE.test(error.message);
}

/** Whether the server itself says that it does not serve now: a full one still reads, which must not pass for health. */
export function isRefusal(error: Error): boolean {
  return error.name === 'ReplyError' && UNAVAILABLE.test(error.message);
}

/** Whether waiting is useless, because the password or its rights are wrong. */
export function isRefusedPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError' && REFUSED_PASSWORD.test(error.message);
}
