import type { IncomingHttpHeaders } from 'node:http';
import type { DemandSettings } from '../config/sections/general-settings/demand-settings.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';
import type { AskedRequest } from '../exchange/wire.ts';
import { isMapping, mappingIn, type Mapping } from '../json/mapping.ts';

const BYTES_IN_MB = 1024 * 1024;

/** What an operator demands of each request for a model, whoever asks; in LiteLLM's words. */
export class Demands {
  readonly #settings: DemandSettings;

  constructor(settings: DemandSettings) {
    this.#settings = settings;
  }

  /** How long a body may be. */
  get mostBytes(): number | undefined {
    const { mostMegabytes } = this.#settings;
    return mostMegabytes === undefined ? undefined : mostMegabytes * BYTES_IN_MB;
  }

  /** Whether a body has to be read to know whether it is as demanded. */
  get looksInside(): boolean {
    return this.#settings.requiredMembers.length > 0 || this.#settings.refusesTags;
  }

  /** Throws a 413 for a body that announces too much, before it is read. */
  checkAnnounced({ 'content-length': announced }: IncomingHttpHeaders): void {
    if (announced !== undefined) this.#checkLength(Number(announced));
  }

  /** Throws a 400 or 413. `bytes` is the length of the body. */
  check({ request, controls }: AskedRequest, headers: IncomingHttpHeaders, bytes: number): void {
    this.#checkLength(bytes);
    this.checkMembers(shownMembers({ request, controls }), headers);
  }

  #checkLength(bytes: number): void {
    const { mostMegabytes } = this.#settings;
    if (mostMegabytes !== undefined && bytes > mostMegabytes * BYTES_IN_MB) throw tooLarge(bytes, mostMegabytes);
  }

  /** The same of what no wire reads: a body as it was sent. Throws a 400. */
  checkMembers(body: Mapping, headers: IncomingHttpHeaders): void {
    const { requiredMembers, refusesTags } = this.#settings;
    checkRequired(body, requiredMembers);
    const { metadata, litellm_metadata: notes, tags } = body;
    const hasTags = [metadata, notes].some((noted) => mappingIn(noted)?.tags !== undefined);
    if (refusesTags && (hasTags || tags !== undefined || headers['x-litellm-tags'] !== undefined)) {
      throw badRequest(
        "Client-side 'metadata.tags' not allowed in request. 'reject_clientside_metadata_tags'=True. Tags can only be set via API key metadata.",
        'metadata.tags',
      );
    }
  }
}

/** The members of a request, with those that are taken out of it as the gateway's own. */
export function shownMembers({ request, controls: { tags, notes } }: AskedRequest): Mapping {
  return { ...request, ...(tags && { tags }), ...(notes && { litellm_metadata: notes }) };
}

/** Throws a 400 that names the first of these members that is not there. */
export function checkRequired(body: Mapping, members: DemandSettings['requiredMembers']): void {
  for (const [member, within] of members) checkMember(body, member, within);
}

function checkMember(request: Mapping, member: string, within: string | undefined): void {
  const value = request[member];
  if (value === undefined) {
    throw badRequest(`BadRequest please pass param=${member} in request body. This is a required param`, member);
  }
  if (within !== undefined && !(isMapping(value) && within in value)) {
    const message = `BadRequest please pass param=[${member}][${within}] in request body. This is a required param`;
    throw badRequest(message, `${member}.${within}`);
  }
}

function tooLarge(bytes: number, most: number): GatewayError {
  return new GatewayError({
    status: 413,
    type: 'invalid_request_error',
    message: `Request size is too large. Request size is ${bytes / BYTES_IN_MB} MB. Max size is ${most} MB`,
    param: 'content-length',
  });
}
