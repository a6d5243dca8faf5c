import type { IncomingHttpHeaders } from 'node:http';
import type { HeaderChoice } from './passage.ts';

/** About one connection (RFC 9110, 7.6.1), about the length and the coding of what comes back, and about who is asked. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What a vendor is sent of any caller: how to read the request and how to answer it, never who may or who pays. */
const KNOWN =
  /^(accept|accept-language|content-type|content-language|user-agent|range|if-.+|idempotency-key|prefer|openai-beta|anthropic-(version|beta)|x-goog-(upload-.+|api-client)|x-stainless-.+|x-client-request-id|traceparent|tracestate|content-encoding|content-md5|digest)$/;

/** LiteLLM's: what follows it is the name of a header for the vendor (`PASS_THROUGH_HEADER_PREFIX`, 1.108.7). */
const MARKED = 'x-pass-';

/** What no caller writes by that (LiteLLM's `_PASS_THROUGH_PROTECTED_HEADERS`, 1.108.7). */
const PROTECTED =
  /^(authorization|api-key|x-api-key|x-goog-api-key|ocp-apim-subscription-key|host|content-length|accept-encoding|cookie|x-amz-.*)$/;

/** LiteLLM's own, and what proxies in front of this gateway tell it of its caller. */
const OURS =
  /^(x-litellm-.+|x-request-id|x-forwarded-.+|x-real-ip|forwarded|via|cookie|origin|referer|sec-.+|x-pass-.+)$/;

/** What is sent of a caller's headers. */
export interface SentHeaders {
  readonly choice: HeaderChoice;
  /** Headers by which callers say to this gateway who they are, in lower case: nobody else is told. */
  readonly withoutKeys: readonly string[];
  /** What the passage says, over the caller's. */
  readonly own: Readonly<Record<string, string>>;
}

/** The headers of a request that goes on. */
export function sentHeaders(
  headers: IncomingHttpHeaders,
  { choice, withoutKeys, own }: SentHeaders,
): Record<string, string> {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string' || OF_THE_CONNECTION.has(name) || named.has(name)) continue;
    if (withoutKeys.includes(name) || OURS.test(name)) continue;
    if (choice === 'all' || KNOWN.test(name)) sent[name] = value;
  }
  for (const [name, value] of Object.entries(headers)) {
    const marked = name.startsWith(MARKED) ? name.slice(MARKED.length) : '';
    if (marked === '' || typeof value !== 'string' || PROTECTED.test(marked) || OF_THE_CONNECTION.has(marked)) continue;
    sent[marked] = value;
  }
  return { ...sent, ...joinedBetas(sent, own), 'accept-encoding': 'identity' };
}

/** The gateway's headers win; betas of Anthropic's stand beside each other. */
function joinedBetas(sent: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) {
  const [asked, needed] = [sent[BETA], own[BETA]];
  return asked === undefined || needed === undefined ? own : { ...own, [BETA]: `${asked},${needed}` };
}

const BETA = 'anthropic-beta';
