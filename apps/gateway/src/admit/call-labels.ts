import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '@showrunner/access';
import type { AskedRequest } from '../exchange/wire.ts';
import { mappingIn, type Mapping } from '../json/mapping.ts';

/** LiteLLM's own headers for a customer, which are always looked at (`constants.py`, 1.108.7). */
const CUSTOMER_HEADERS = ['x-litellm-customer-id', 'x-litellm-end-user-id'];

/** Longer than any id of a person or an account, and shorter than the texts that agents put in its place. */
const LONGEST_LABEL = 128;
/** More are counted nowhere, so that what a caller makes up stays small. */
const MOST_TAGS = 50;

const CONTROL = /\p{Cc}/u;
/** What agents write of a session, so that their vendor tells misuse (Claude Code, 2026-11). */
const SESSION = /^user_.*_session_/;
const BLANK_OR_BRACE = /[\s{}]/;

const BEYOND_ASCII = /[\x80-\xff]/;

const NO_TAGS: readonly string[] = [];

/** Where customers are named beside the members of a request; names of headers in lower case. */
export function customerHeaders(own: readonly string[]): readonly string[] {
  return [...CUSTOMER_HEADERS, ...own];
}

/**
 * For whom a call is made: LiteLLM's end user. A header counts before the body, and in the body what is nearest to
 * `user` (`proxy/auth/auth_utils.py`, `get_end_user_id_from_request_body`, 1.108.7). What is no text, blank, long, or
 * only names an agent's session, is no customer.
 */
export function customerOf(
  { request, controls }: AskedRequest,
  headers: IncomingHttpHeaders,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const written = headers[name];
    const customer = typeof written === 'string' ? labelOf(fromHeader(written)) : undefined;
    if (customer !== undefined) return customer;
  }
  const { user, metadata, safety_identifier: safety } = request;
  return (
    labelOf(user) ??
    labelOf(controls.notes?.user) ??
    (metadata === undefined ? undefined : notedCustomer(mappingIn(metadata))) ??
    labelOf(safety)
  );
}

/**
 * By which tags a call is counted: those of its key and its team always, those that its caller writes in addition, each
 * once.
 */
export function tagsOf(
  { request, controls }: AskedRequest,
  headers: IncomingHttpHeaders,
  { grants }: Caller,
): readonly string[] {
  const own = grants?.tags ?? NO_TAGS;
  const { metadata } = request;
  const header = headers['x-litellm-tags'];
  if (metadata === undefined && controls.tags === undefined && controls.notes === undefined && header === undefined) {
    return own;
  }
  const written: unknown[] = [
    ...(controls.tags ?? NO_TAGS),
    ...listIn(mappingIn(metadata)),
    ...listIn(controls.notes),
    ...(typeof header === 'string' ? fromHeader(header).split(',') : NO_TAGS),
  ];
  const tags = new Set(own);
  for (const one of written) {
    const tag = labelOf(one);
    if (tag !== undefined) tags.add(tag);
    if (tags.size - own.length >= MOST_TAGS) break;
  }
  return tags.size === 0 ? NO_TAGS : [...tags];
}

function labelOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const label = value.trim();
  return label === '' || label.length > LONGEST_LABEL || CONTROL.test(label) ? undefined : label.toWellFormed();
}

/** Names with letters beyond ASCII come as UTF-8, and Node reads heads as Latin-1. */
function fromHeader(value: string): string {
  return BEYOND_ASCII.test(value) ? Buffer.from(value, 'latin1').toString('utf8') : value;
}

function notedCustomer(notes: Mapping | undefined): string | undefined {
  const customer = labelOf(notes?.user_id);
  return customer === undefined || BLANK_OR_BRACE.test(customer) || SESSION.test(customer) ? undefined : customer;
}

function listIn(notes: Mapping | undefined): readonly unknown[] {
  return Array.isArray(notes?.tags) ? notes.tags : NO_TAGS;
}
