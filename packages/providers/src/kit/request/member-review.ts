import type { AdapterWarning, ProviderCall } from '../../spec/call.ts';
import type { ProviderError } from '../../spec/error.ts';
import { refusedRequest } from '../failure/failures.ts';
import type { JsonObject } from '../json.ts';
import type { Vendor } from '../../spec/adapter.ts';

/** Collects what a vendor cannot honour in one request. */
export class MemberReview {
  readonly #vendor: Vendor;
  readonly #call: ProviderCall;
  readonly #refused: AdapterWarning[] = [];
  readonly #warnings: AdapterWarning[] = [];

  constructor(vendor: Vendor, call: ProviderCall) {
    this.#vendor = vendor;
    this.#call = call;
  }

  /** The member is left out with a warning, or refused where the deployment does not drop (`drop_params`). */
  leaveOut(member: string, reason: string): void {
    (this.#call.dropUnsupported ? this.#warnings : this.#refused).push({ feature: member, message: reason });
  }

  /** LiteLLM's `allowed_openai_params`: the member is sent, whatever is known of vendor and model. */
  insistsOn(member: string): boolean {
    return this.#call.insistsOn?.includes(member) ?? false;
  }

  /** The request goes on changed, whatever `drop_params` says, because the caller gets what was meant. */
  warn(member: string, message: string): void {
    this.#warnings.push({ feature: member, message });
  }

  /** A 400 of its vendor, for what can neither be left out nor changed. */
  refusal(message: string, param: string): ProviderError {
    return refusedRequest(this.#vendor, message, param);
  }

  /** Ends the review: throws a 400 that names all refused members, or returns the warnings. */
  conclude(): AdapterWarning[] {
    const [first] = this.#refused;
    if (first === undefined) return this.#warnings;
    const findings = this.#refused.map(({ feature, message }) => `"${feature}" (${message})`).join(', ');
    throw refusedRequest(
      this.#vendor,
      `${this.#vendor.title} cannot honour ${findings} with model ${this.#call.model}. Leave it out of the request, ` +
        'or set drop_params: true (litellm_settings or litellm_params) to have it left out.',
      first.feature,
    );
  }
}

/** Takes a member out of a body under way, where it is set, and tells the review. What the caller insists on stays. */
export function leaveOut(body: JsonObject, member: string, reason: string, review: MemberReview): void {
  if (body[member] === undefined || review.insistsOn(member)) return;
  review.leaveOut(member, reason);
  body[member] = undefined;
}

/** Takes out what other models of the vendor have and this one does not. */
export function leaveOutLacked(body: JsonObject, { facts }: Pick<ProviderCall, 'facts'>, review: MemberReview): void {
  if (!facts?.lacks) return;
  for (const member of facts.lacks) leaveOut(body, member, 'the model has no such setting', review);
}
