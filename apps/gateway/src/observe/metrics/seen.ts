import type { Caller } from '@showrunner/access';
import type { CounterSeries } from '@showrunner/service';
import type { Deployment } from '../../exchange/deployment.ts';
import type { Question } from '../../exchange/record.ts';
import { callerFacts } from '../caller-facts.ts';
import { callerLabels, deploymentLabels, NOTHING, written, type LabelValues } from './label-values.ts';
import type { AnswerSeries, MetricTable } from './metric-table.ts';

/** What a client says of itself beside its key, by which some metrics tell series apart. */
export type Client = Pick<Question, 'route' | 'clientIp' | 'userAgent' | 'isStream' | 'customer'>;

/** The series of one caller, model, deployment and client. */
export interface ClientSeries {
  readonly client: Client;
  readonly serviceTier: string | undefined;
  readonly answers: AnswerSeries;
  readonly successes: CounterSeries | undefined;
  readonly calls: CounterSeries | undefined;
  /** `performance.now()` of the last request. */
  usedAt: number;
}

/** So many ways to say who they are one caller has at one deployment, where customers are not told apart. */
const MOST_CLIENTS = 50;

/** What one caller asked of one deployment under one name. */
export class SeenDeployment {
  readonly deployment: Deployment;
  /** As requests are told of it, bounded. */
  readonly model: string;
  /** What its vendor said is left; nothing where it says nothing. */
  remainingRequests: number | undefined;
  remainingTokens: number | undefined;
  readonly clients = new Map<string, ClientSeries>();
  /** Most clients send one request after the other. */
  #last: ClientSeries | undefined;

  readonly #showsCustomers: boolean;

  constructor(deployment: Deployment, model: string, showsCustomers: boolean) {
    this.deployment = deployment;
    this.model = model;
    this.#showsCustomers = showsCustomers;
  }

  /** The series of a client that is known. */
  find(client: Client, serviceTier: string | undefined): ClientSeries | undefined {
    const last = this.#last;
    const { customer } = client;
    const isLast = last !== undefined && last.serviceTier === serviceTier && isSame(last.client, client);
    if (isLast && (!this.#showsCustomers || last.client.customer === customer)) return last;
    const found =
      this.clients.get(this.#keyOf(client, serviceTier)) ?? (this.#isFull ? this.clients.get(OTHERS) : undefined);
    if (found) this.#last = found;
    return found;
  }

  open(asked: Client, serviceTier: string | undefined, caller: Caller, table: MetricTable): ClientSeries {
    const { route, clientIp, userAgent, isStream } = asked;
    const customer = this.#showsCustomers ? asked.customer : undefined;
    const client = this.#isFull ? OTHER_CLIENT : { route, clientIp, userAgent, isStream, customer };
    const labels = { ...clientLabels(caller, this, client), service_tier: serviceTier ?? NOTHING };
    const series = {
      client,
      serviceTier,
      answers: table.answers(labels),
      successes: table.counter('litellm_deployment_success_responses', labels),
      calls: table.counter('litellm_deployment_total_requests', labels),
      usedAt: performance.now(),
    };
    this.clients.set(client === OTHER_CLIENT ? OTHERS : this.#keyOf(client, serviceTier), series);
    return series;
  }

  forget(key: string): void {
    this.clients.delete(key);
    this.#last = undefined;
  }

  #keyOf({ route, clientIp, userAgent, isStream, customer }: Client, serviceTier: string | undefined): string {
    const key = `${route} ${clientIp} ${isStream} ${serviceTier} ${userAgent}`;
    return this.#showsCustomers ? `${key}\n${customer}` : key;
  }

  get #isFull(): boolean {
    return !this.#showsCustomers && this.clients.size >= MOST_CLIENTS;
  }
}

/** What is known of one caller, whose object is made anew whenever it is looked up again. */
export interface SeenCaller {
  caller: Caller;
  /** By the deployment's id, and the name under which it was asked. */
  readonly deployments: Map<string, Map<string, SeenDeployment>>;
}

const OTHERS = 'other';

const OTHER_CLIENT: Client = {
  route: 'other',
  clientIp: 'other',
  userAgent: 'other',
  isStream: false,
  customer: undefined,
};

function isSame(one: Client, other: Client): boolean {
  return (
    one.route === other.route &&
    one.clientIp === other.clientIp &&
    one.userAgent === other.userAgent &&
    one.isStream === other.isStream
  );
}

function clientLabels(caller: Caller, { deployment, model }: SeenDeployment, client: Client): LabelValues {
  return {
    ...callerLabels(callerFacts(caller)),
    ...deploymentLabels(deployment),
    ...saidLabels(client),
    requested_model: model,
    status_code: '200',
    reason: 'missing_pricing_key',
  };
}

/** What a client says of itself. */
export function saidLabels({ route, clientIp, userAgent, isStream, customer }: Client): LabelValues {
  return {
    route,
    client_ip: clientIp ?? NOTHING,
    user_agent: written(userAgent),
    stream: isStream ? 'True' : 'False',
    end_user: customer ?? NOTHING,
  };
}
