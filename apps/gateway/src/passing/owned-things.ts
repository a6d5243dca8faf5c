import { ADMIN, type Caller } from '@showrunner/access';
import { GatewayError } from '../failure/gateway-error.ts';
import type { Mapping } from '../json/mapping.ts';
import type { Destination } from './passage.ts';

/** Vendors that have things under ids in paths of OpenAI's and Anthropic's form. */
const VENDORS: ReadonlySet<string> = new Set(['anthropic', 'azure', 'azure_ai', 'hosted_vllm', 'mistral', 'openai']);

/** `/v1/responses/resp_1/input_items`, `/openai/files`, `/v1/messages/batches/msgbatch_1/results`. */
const THINGS = /\/(?:v1|openai)\/(responses|files|batches|messages\/batches)(?:\/([^/]+))?(?:\/|$)/;

/** What stands behind `/responses/` and is no id (OpenAI's API reference, 2026-11). */
const NO_IDS: ReadonlySet<string> = new Set(['compact', 'input_tokens']);

/** Members of a body that name a thing. */
const NAMING = ['previous_response_id', 'input_file_id'];

/** What a request that goes through does with things that their vendor keeps. */
export interface AskedThings {
  /** Those that it names, by the vendor's ids. */
  readonly ids: readonly string[];
  readonly listsAll: boolean;
  /** Its answer is a new one. */
  readonly makesOne: boolean;
}

const NONE: AskedThings = { ids: [], listsAll: false, makesOne: false };

/** What of vendors' things a request asks for. */
export function askedThings(
  { vendor }: Destination,
  { method, url }: { readonly method: string; readonly url: string },
  body: () => Mapping | undefined,
): AskedThings {
  if (!VENDORS.has(vendor.name)) return NONE;
  const [, kind, written] = THINGS.exec(new URL(url).pathname) ?? [];
  if (kind === undefined) return NONE;
  const id = written === undefined || NO_IDS.has(written) ? undefined : decodeURIComponent(written);
  if (id !== undefined) return { ids: [id], listsAll: false, makesOne: false };
  if (method !== 'POST') return { ids: [], listsAll: true, makesOne: false };
  const members = body() ?? {};
  const named = NAMING.map((name) => members[name]).filter((one) => typeof one === 'string');
  return { ids: named, listsAll: false, makesOne: written === undefined };
}

/** Under which id a thing is written down that was made by a request that went through. */
export function passedThingId({ vendor }: Destination, id: string): string {
  return `passed:${vendor.name}:${id}`;
}

/** Whether a caller may name whatever a vendor has: an administrator, and everybody where the operator lets them. */
export function namesAnything({ scopes }: Pick<Caller, 'scopes'>, allowsUnmanaged: boolean): boolean {
  return allowsUnmanaged || scopes.has(ADMIN);
}

/** The same for what never was and for what is somebody else's. */
export function noSuchThing(id: string): GatewayError {
  const message = `No such object: ${id.slice(0, 200)}`;
  return new GatewayError({ status: 404, type: 'invalid_request_error', message, param: 'id' });
}

export function listOfOthers(): GatewayError {
  return new GatewayError({
    status: 403,
    type: 'auth_error',
    param: 'None',
    message:
      'A list of all that a vendor has is for administrators: GET /v1/files and /v1/batches list your own (general_settings.allow_unmanaged_response_ids lifts this)',
  });
}
