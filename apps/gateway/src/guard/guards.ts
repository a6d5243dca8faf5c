import type { Caller } from '@showrunner/access';
import type { GuardEvent, GuardMode, GuardrailSettings } from '../config/sections/guardrails/guardrail.ts';
import type { GuardrailsSettings } from '../config/sections/guardrails/guardrails.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { notRun } from './blocked.ts';
import type { Guard } from './guard.ts';
import { Guarding } from './guarding.ts';
import type { GuardPorts, MetGuard, ReadyGuard } from './run-guard.ts';

/** What guards go by that the configuration does not say. */
export interface GuardsOptions {
  readonly deployments: readonly Deployment[];
  /** The deployments that may answer to a name. */
  readonly deploymentsOf: (model: string) => readonly Deployment[];
  readonly create: (settings: GuardrailSettings) => Guard;
  readonly ports: GuardPorts;
}

const NO_PARAMETERS = {};

/** The guardrails of one configuration. */
export class Guards {
  /** Nobody meets one but by its name. */
  readonly #isIdle: boolean;
  readonly #guards: ReadonlyMap<string, ReadyGuard>;
  readonly #without: ReadonlySet<string>;
  readonly #options: GuardsOptions;

  constructor({ guardrails, without }: GuardrailsSettings, options: GuardsOptions) {
    this.#options = options;
    this.#without = without;
    this.#guards = new Map(
      guardrails.map((settings) => [settings.name, { settings, guard: options.create(settings) }]),
    );
    this.#isIdle = guardrails.length === 0 && options.deployments.every((one) => one.guardrails.length === 0);
  }

  /** Whether an exchange meets none: neither the configuration has one, nor its request, its key or its team names one. */
  passBy({ controls, record }: Exchange): boolean {
    return this.#isIdle && controls.guardrails === undefined && (record.caller.grants?.guardrails?.length ?? 0) === 0;
  }

  /**
   * What guards an exchange; nothing where it meets none. Throws a 400 for a guardrail that does not run here, whoever
   * wants it: the request, the caller's key or team, the model.
   */
  of(exchange: Exchange, headers: Readonly<Record<string, string | undefined>>): Guarding | undefined {
    const met = this.#metBy(exchange);
    if (met.size === 0 && this.#isIdle) return undefined;
    const tags = tagsOf(exchange, headers['user-agent']);
    const at = (event: GuardEvent, guards: ReadonlyMap<string, MetGuard> = met): readonly MetGuard[] =>
      [...guards.values()].filter(({ settings }) => eventsOf(settings.mode, tags).includes(event));
    return new Guarding({
      exchange,
      headers,
      at,
      wantedBy: (deployment) => at('pre_call', this.#named(deployment.guardrails, 'model', new Map())),
      answeredBy: (deployment) => at('post_call', this.#named(deployment.guardrails, 'model', new Map(met))),
      ports: this.#options.ports,
    });
  }

  /**
   * The names of those that each request of a caller, or its answer, meets: of everybody, of the caller's key and team, of
   * a model where one is asked.
   */
  metByEach(caller: Caller, model: string | undefined): readonly string[] {
    const always = [...this.#guards.values()].filter(({ settings }) => settings.isAlwaysOn);
    const ofAll = always.map(({ settings }) => settings.name).filter((name) => !isSpared(caller, name));
    const deployments = model === undefined ? [] : this.#options.deploymentsOf(model);
    const named = [...(caller.grants?.guardrails ?? []), ...deployments.flatMap(({ guardrails }) => guardrails)];
    return [...new Set([...ofAll, ...named])].filter((name) => !this.#without.has(name) && this.#looksAtCalls(name));
  }

  /** One that does not run here looks at nothing, which nobody may take for a look. */
  #looksAtCalls(name: string): boolean {
    const events = this.#guards.get(name)?.settings.mode.usual;
    return events === undefined || events.some((event) => event !== 'logging_only');
  }

  #metBy({ controls, record, request }: Exchange): Map<string, MetGuard> {
    const met = new Map<string, MetGuard>();
    for (const ready of this.#guards.values()) {
      if (ready.settings.isAlwaysOn && !isSpared(record.caller, ready.settings.name))
        met.set(ready.settings.name, { ...ready, parameters: NO_PARAMETERS });
    }
    for (const { name, parameters } of controls.guardrails ?? []) this.#meet(met, name, 'guardrails', parameters);
    this.#named(record.caller.grants?.guardrails ?? [], 'guardrails', met);
    for (const { guardrails } of this.#options.deploymentsOf(request.model)) this.#named(guardrails, 'model', met);
    return met;
  }

  #named(names: readonly string[], param: string, met: Map<string, MetGuard>): Map<string, MetGuard> {
    for (const name of names) this.#meet(met, name, param, NO_PARAMETERS);
    return met;
  }

  #meet(met: Map<string, MetGuard>, name: string, param: string, parameters: MetGuard['parameters']): void {
    if (this.#without.has(name)) return;
    const ready = this.#guards.get(name);
    if (!ready) throw notRun(name, param);
    met.set(name, { ...ready, parameters: { ...met.get(name)?.parameters, ...parameters } });
  }
}

/** Whether an administrator took a caller out of a guardrail that everybody meets; named otherwise it is met all the same. */
function isSpared(caller: Caller, name: string): boolean {
  const spared = caller instanceof VirtualKey ? caller.sparedGuards : undefined;
  return spared !== undefined && (spared === 'all' || spared.has(name));
}

function eventsOf({ usual, byTag }: GuardMode, tags: readonly string[]): readonly GuardEvent[] {
  const tag = tags.find((one) => byTag.has(one));
  return (tag === undefined ? undefined : byTag.get(tag)) ?? usual;
}

/** The request's, and LiteLLM's tags of who asks: `User-Agent: claude-cli` and `User-Agent: claude-cli/2.0.1`. */
function tagsOf({ controls, request }: Exchange, agent: string | undefined): readonly string[] {
  const { metadata } = request;
  const noted = typeof metadata === 'object' && metadata !== null && 'tags' in metadata ? metadata.tags : undefined;
  const own = [...(controls.tags ?? []), ...(Array.isArray(noted) ? noted : [])].filter(
    (tag) => typeof tag === 'string',
  );
  if (agent === undefined) return own;
  return [...own, `User-Agent: ${agent.split('/', 1)[0]}`, `User-Agent: ${agent.split(' ', 1)[0]}`];
}
