/** Node's names for connections that cannot be made or are lost (`errno`, and `dns`). */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/**
 * SQLSTATE of a server that is there and does not serve now (PostgreSQL, appendix A): its connections, its resources, an
 * operator's intervention, and one that only reads.
 */
const NOT_NOW = /^(08...|53...|57P0[1-5]|25006)$/;
/** What `pg` (8) says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/** SQLite's primary result codes for a file that cannot be used now: busy, input and output, full, not opened. */
const FILE_FAILED: ReadonlySet<number> = new Set([5, 10, 13, 14]);

/** Whether a database is at fault (away, full, slow) and not what was asked of it: asked again later, it may answer. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (typeof code === 'string' && (NETWORK.test(code) || NOT_NOW.test(code))) return true;
  if (typeof errcode === 'number' && FILE_FAILED.has(errcode & 0xff)) return true;
  return LOST.test(error.message) || isDatabaseAway(error.cause);
}
