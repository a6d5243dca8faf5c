import type { ServerResponse } from 'node:http';
import { ADMIN, type Caller } from '@showrunner/access';
import { operationOf, type ResponseLookUp } from '@showrunner/providers';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { Lifetime } from '../../exchange/time/lifetime.ts';
import { vendorOfResponses } from '../../operations/responses/native-responses.ts';
import type { Gateway } from '../../serving/gateway.ts';
import { findResponse, spliceResponse } from '../../wires/openai-responses/pass/splice-response.ts';

/** What is asked about a response: `rest` stands behind its id. */
export interface VendorQuestion {
  readonly method: ResponseLookUp['method'];
  readonly rest: '' | '/cancel' | '/input_items';
}

/** Where a response lies, and under which id. */
interface VendorPlace {
  readonly deployment: Deployment;
  readonly vendorId: string;
}

/** LiteLLM's members of a query, which say where an id lies that it did not give out. */
const OWN_MEMBERS = ['custom_llm_provider', 'model'];

/** Responses that lie with vendors. */
export class AtVendors {
  readonly #gateway: Gateway;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** The vendor's answer with the id that the caller knows; nothing where the caller has no such response. */
  async ask(
    id: string,
    caller: Caller,
    { method, rest }: VendorQuestion,
    response: ServerResponse,
  ): Promise<string | undefined> {
    const query = new URLSearchParams(response.req.url?.split('?', 2)[1]);
    const place = this.#find(id, caller, query);
    const vendor = place && vendorOfResponses(place.deployment);
    if (!place || !vendor) return undefined;
    for (const member of OWN_MEMBERS) query.delete(member);
    const { settings, vendorModel: model, dropUnsupported } = place.deployment;
    const path = `/${encodeURIComponent(place.vendorId)}${rest}${query.size > 0 ? `?${query.toString()}` : ''}`;
    const request = operationOf(vendor, 'responses').lookUp({ settings, model, dropUnsupported }, { method, path });
    const { current, underWay } = this.#gateway;
    const lifetime = new Lifetime(current.timeoutSeconds);
    underWay.add(lifetime);
    response.once('close', () => lifetime.clientLeft());
    try {
      return await current.transports.ask(lifetime, request, vendor, ({ body }) =>
        this.#shown(body.toString('latin1'), id, place, caller),
      );
    } finally {
      underWay.remove(lifetime);
    }
  }

  #find(id: string, caller: Caller, query: URLSearchParams): VendorPlace | undefined {
    const ports = this.#gateway.kept.responsesPorts;
    const sealed = ports.ids.open(id);
    if (sealed) {
      const keeper = sealed.owner === caller.workspace ? ports.deployment(sealed.deploymentId) : undefined;
      return keeper && { deployment: keeper, vendorId: sealed.vendorId };
    }
    if (!ports.allowsUnmanaged() && !caller.scopes.has(ADMIN)) return undefined;
    const guessed = this.#deploymentFor(query);
    return guessed && { deployment: guessed, vendorId: id };
  }

  /** Of an id that was not given out here the query says where it lies, else OpenAI has it, as in LiteLLM. */
  #deploymentFor(query: URLSearchParams): Deployment | undefined {
    const { router, config } = this.#gateway.current;
    const model = query.get('model');
    const candidates = model === null ? config.deployments : (router.resolve(model)?.deployments ?? []);
    const provider = query.get('custom_llm_provider') ?? (model === null ? 'openai' : undefined);
    return candidates.find(
      (one) => vendorOfResponses(one) !== undefined && (provider === undefined || one.adapter.name === provider),
    );
  }

  /** As UTF-8; what holds no response, such as a list, goes as it came. */
  #shown(text: string, id: string, { deployment }: VendorPlace, { workspace: owner }: Caller): string {
    const found = findResponse(text);
    if (!found) return Buffer.from(text, 'latin1').toString('utf8');
    const { ids } = this.#gateway.kept.responsesPorts;
    const view = {
      model: deployment.group,
      idOf: () => id,
      previousIdOf: (vendorId: string | null) =>
        vendorId === null ? null : ids.seal({ owner, deploymentId: deployment.id, vendorId }),
    };
    return Buffer.from(spliceResponse(text, found, view, { from: 0, to: text.length }), 'latin1').toString('utf8');
  }
}
