import type { CaseRequest } from './case-file.ts';
import { foldEvents } from './fold-events.ts';
import { readMetrics } from './metrics-of-case.ts';
import type { Answer } from './observation.ts';
import { plainText, plainValues, type Places } from './plain-values.ts';

/** What a caller got. Rejects where the gateway gave no answer within its time. */
export async function observeAnswer(
  response: Response,
  places: Places,
  { metrics, members }: Pick<CaseRequest, 'metrics' | 'members'> = {},
): Promise<Answer> {
  const bytes = await readAll(response);
  return {
    status: response.status,
    headers: pickHeaders(response.headers, places),
    body: response.ok && metrics ? readMetrics(bytes, metrics, places) : only(read(response, bytes, places), members),
  };
}

/** The members at some paths, each under its path; all of an error, which has none of them. */
function only(body: unknown, paths: readonly string[] | undefined): unknown {
  if (!paths) return body;
  const found = paths.map((path) => [path, memberAt(body, path.split('.'))] as const);
  return found.every(([, value]) => value === undefined) ? body : Object.fromEntries(found);
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return memberAt((value as Record<string, unknown>)[name], rest);
}

/** A body to its end; what came of a broken one, with a mark. */
async function readAll(response: Response): Promise<string> {
  const parts: Buffer[] = [];
  try {
    for await (const part of response.body ?? []) parts.push(Buffer.from(part));
  } catch {
    parts.push(Buffer.from('\n\ndata: "<the connection broke>"\n\n'));
  }
  return Buffer.concat(parts).toString('utf8');
}

function read(response: Response, text: string, places: Places): unknown {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return foldEvents(text, places);
  try {
    return plainValues(JSON.parse(text), places);
  } catch {
    return { text: plainText(text.slice(0, MOST_TEXT), places) };
  }
}

const MOST_TEXT = 500;

/** Headers that clients of LiteLLM read (`docs/proxy/response_headers.md`); the rest belongs to the HTTP server. */
const COMPARED = /^(x-litellm-|llm_provider-|x-ratelimit-|retry-after|content-type$|allow$|access-control-|location$)/;
/** What tells a time or names this machine: that it is there is compared, not what it says. */
const VOLATILE = /duration|-version$|model-id$|call-id$|cache-key$|timing|date$|-reset-|retry-after$/;
/** Of the connection between gateway and vendor, which is no answer's business. */
const HOP_BY_HOP = /^llm_provider-(connection|keep-alive|transfer-encoding|date|content-length)$/;

function pickHeaders(headers: Headers, places: Places): Record<string, string> {
  const picked = [...headers].filter(([name]) => COMPARED.test(name) && !HOP_BY_HOP.test(name));
  return Object.fromEntries(
    picked.map(([name, value]) => [
      plainText(name, places),
      VOLATILE.test(name) ? `<${kindOf(value)}>` : plainHeader(name, value, places),
    ]),
  );
}

function kindOf(value: string): string {
  return Number.isFinite(Number(value)) ? 'number' : 'text';
}

function plainHeader(name: string, value: string, places: Places): string {
  if (name === 'content-type') return value.replace(/;\s*charset=utf-8/i, '');
  // Costs are compared to six figures: both add floating-point numbers, in different orders.
  if (/cost|spend/.test(name) && Number.isFinite(Number(value))) return String(Number(Number(value).toPrecision(6)));
  return plainText(name === FALLBACK_ERRORS ? withoutMessages(value) : value, places);
}

/** Errors as JSON, whose words are not compared. */
const FALLBACK_ERRORS = 'x-litellm-fallback-errors';

function withoutMessages(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) => (name === 'message' ? undefined : value));
}
