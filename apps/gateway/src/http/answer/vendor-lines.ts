import type { IncomingHttpHeaders } from 'node:http';
import { headerLine } from './header-lines.ts';

/** What a vendor says of its limits, under OpenAI's names: its own, and Anthropic's for the same (LiteLLM 1.108.7). */
const LIMITS: ReadonlyMap<string, string> = new Map([
  ...['limit', 'remaining', 'reset'].flatMap((figure) =>
    ['requests', 'tokens'].map((unit) => [`x-ratelimit-${figure}-${unit}`, `x-ratelimit-${figure}-${unit}`] as const),
  ),
  ...['limit', 'remaining'].flatMap((figure) =>
    ['requests', 'tokens'].map(
      (unit) => [`anthropic-ratelimit-${unit}-${figure}`, `x-ratelimit-${figure}-${unit}`] as const,
    ),
  ),
]);

/** OpenAI's name for the id of a request, and Anthropic's. */
const REQUEST_IDS: ReadonlyMap<string, string> = new Map([['x-request-id', 'request-id']]);

/**
 * About one connection, or about bytes that are read here (RFC 9110, 7.6.1): they tell a client nothing. And what a vendor
 * would know the gateway again by, which is nobody else's.
 */
const KEPT_BACK: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Clients refuse heads of 16 KB, and what the gateway says of itself needs room. */
const MOST_CHARACTERS = 8 * 1024;

/**
 * Each header of a vendor's answer under `llm_provider-`, as LiteLLM passes them on, and what another vendor calls
 * otherwise under that name as well; those beyond 8 KB are left out.
 */
export function vendorLines(headers: IncomingHttpHeaders): string {
  let lines = '';
  for (const name in headers) {
    const value = headers[name];
    if (typeof value !== 'string' || KEPT_BACK.has(name)) continue;
    const other = LIMITS.get(name) ?? REQUEST_IDS.get(name) ?? name;
    const asCame = headerLine(`llm_provider-${name}`, value);
    const line = other === name || other in headers ? asCame : asCame + headerLine(`llm_provider-${other}`, value);
    if (lines.length + line.length <= MOST_CHARACTERS) lines += line;
  }
  return lines;
}

/** What the vendor has left for this gateway, for callers without limits of their own. */
export function vendorLimitLines(headers: IncomingHttpHeaders): string {
  let lines = '';
  for (const name in headers) {
    const shown = LIMITS.get(name);
    const value = headers[name];
    if (shown !== undefined && typeof value === 'string') lines += headerLine(shown, value);
  }
  return lines;
}
