import type { Caller } from '@showrunner/access';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Question } from '../../exchange/record/record.ts';
import type { CustomValues } from './custom-labels.ts';
import { Block, type Layout, type Places } from './layout.ts';

/** What a client says of itself beside its key, by which some metrics tell series apart. */
export type Client = Pick<Question, 'route' | 'clientIp' | 'userAgent' | 'isStream'>;

/** Figures of what a vendor calls one service tier; of those that name none where it is nothing. */
interface Tier {
  readonly name: string | undefined;
  /** Where they begin. */
  readonly at: number;
}

/** Where a client counts answers of one tier. */
interface ClientTier extends Places {
  readonly name: string | undefined;
}

/** What one caller asked of one deployment under one name, as one kind of client. */
export class SeenClient implements Client {
  readonly route: string;
  readonly clientIp: string | undefined;
  readonly userAgent: string | undefined;
  readonly isStream: boolean;
  /** Where its figures begin. */
  readonly at: number;
  readonly tiers: ClientTier[] = [];
  /** `performance.now()` of the last request. */
  usedAt = performance.now();

  constructor({ route, clientIp, userAgent, isStream }: Client, at: number) {
    this.route = route;
    this.clientIp = clientIp;
    this.userAgent = userAgent;
    this.isStream = isStream;
    this.at = at;
  }

  is(client: Client): boolean {
    return (
      this.route === client.route &&
      this.clientIp === client.clientIp &&
      this.userAgent === client.userAgent &&
      this.isStream === client.isStream
    );
  }
}

/** So many ways to say who they are one caller has at one deployment. */
const MOST_CLIENTS = 50;

/** So many service tiers are told apart. */
const MOST_TIERS = 8;

/** By what the figures of one caller at one deployment are told apart. */
export type AskedOf = Pick<SeenDeployment, 'model' | 'customer' | 'custom'>;

/** What one caller asked of one deployment under one name; for one customer where customers are told apart. */
export class SeenDeployment {
  deployment: Deployment;
  /** As requests are told of it, bounded. */
  readonly model: string;
  readonly customer: string | undefined;
  /** What the operator's own labels say; nothing where there are none. */
  readonly custom: CustomValues | undefined;
  /** What its vendor said is left; nothing where it says nothing. */
  remainingRequests: number | undefined;
  remainingTokens: number | undefined;
  readonly tiers: Tier[] = [];
  readonly clients: SeenClient[] = [];
  readonly #block: Block;
  /** Where its own figures begin. */
  readonly at: number;
  /** Most clients send one request after the other. */
  #last: SeenClient | undefined;

  constructor(deployment: Deployment, asked: AskedOf, layout: Layout) {
    this.deployment = deployment;
    this.model = asked.model;
    this.customer = asked.customer;
    this.custom = asked.custom;
    this.#block = new Block(layout);
    this.at = this.#block.take('deployment');
  }

  /** All figures, its own and those of its tiers and clients. */
  get figures(): Float64Array {
    return this.#block.figures;
  }

  /** A client that is known. */
  find(client: Client): SeenClient | undefined {
    if (this.#last?.is(client) === true) return this.#last;
    this.#last =
      this.clients.find((one) => one.is(client)) ??
      (this.clients.length >= MOST_CLIENTS ? this.clients.find((one) => one.is(OTHER_CLIENT)) : undefined);
    return this.#last;
  }

  open(asked: Client): SeenClient {
    const said = this.clients.length >= MOST_CLIENTS ? OTHER_CLIENT : asked;
    const client = new SeenClient(said, this.#block.take('client'));
    this.clients.push(client);
    this.#last = client;
    return client;
  }

  /** Where answers of a tier that is known are counted. */
  findTier(client: SeenClient, tier: string | undefined): Places | undefined {
    for (const one of client.tiers) if (one.name === tier) return one;
    return client.tiers[MOST_TIERS];
  }

  openTier(client: SeenClient, asked: string | undefined): Places {
    const tier = client.tiers.length === MOST_TIERS ? OTHER : asked;
    const shared = this.tiers.find((one) => one.name === tier) ?? { name: tier, at: this.#block.take('tier') };
    if (!this.tiers.includes(shared)) this.tiers.push(shared);
    const clientTier = this.#block.take('clientTier');
    const places = { name: tier, deployment: this.at, tier: shared.at, client: client.at, clientTier };
    client.tiers.push(places);
    return places;
  }

  forget(clients: ReadonlySet<SeenClient>): void {
    for (const { at, tiers } of clients) {
      this.#block.giveBack('client', at);
      for (const { clientTier } of tiers) this.#block.giveBack('clientTier', clientTier);
    }
    const left = this.clients.filter((client) => !clients.has(client));
    this.clients.splice(0, Infinity, ...left);
    this.#last = undefined;
  }
}

/** What is known of one caller, whose object is made anew whenever it is looked up again. */
export class SeenCaller {
  caller: Caller;
  /** By the deployment's id, and the name under which it was asked; each of their customers alone where that is wanted. */
  readonly deployments = new Map<string, Map<string, SeenDeployment>>();
  /** Most callers ask for the same again. */
  #last: SeenDeployment | undefined;

  constructor(caller: Caller) {
    this.caller = caller;
  }

  find(
    deployment: Deployment,
    model: string,
    customer: string | undefined,
    custom: CustomValues | undefined,
  ): SeenDeployment | undefined {
    const last = this.#last;
    if (
      last !== undefined &&
      last.deployment === deployment &&
      last.model === model &&
      last.customer === customer &&
      last.custom?.text === custom?.text
    ) {
      return last;
    }
    const found = this.deployments.get(deployment.id)?.get(nameOf({ model, customer, custom }));
    if (found) found.deployment = deployment;
    this.#last = found;
    return found;
  }

  add(seen: SeenDeployment): void {
    const { deployment } = seen;
    const byName = this.deployments.get(deployment.id) ?? new Map<string, SeenDeployment>();
    this.deployments.set(deployment.id, byName.set(nameOf(seen), seen));
    this.#last = seen;
  }

  forget(seen: SeenDeployment): void {
    const { deployment } = seen;
    const byName = this.deployments.get(deployment.id);
    byName?.delete(nameOf(seen));
    if (byName?.size === 0) this.deployments.delete(deployment.id);
    this.#last = undefined;
  }

  *all(): Iterable<SeenDeployment> {
    for (const byName of this.deployments.values()) yield* byName.values();
  }
}

function nameOf({ model, customer, custom }: AskedOf): string {
  const name = customer === undefined ? model : `${model}\n${customer}`;
  return custom === undefined ? name : `${name}\n\n${custom.text}`;
}

/** What labels are that stand for whoever is too many. */
export const OTHER = 'other';

export const OTHER_CLIENT: Client = { route: OTHER, clientIp: OTHER, userAgent: OTHER, isStream: false };
