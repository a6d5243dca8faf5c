import type { Caller } from '@showrunner/access';
import type { CallbackSettings } from '../../config/sections/callbacks/callback.ts';
import type { OwnCallbacks } from '../../keys/own-callbacks.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { Audience, type Told } from './audience.ts';
import { EventQueue } from './event-queue.ts';
import { OwnAccounts, type OwnAccountsOptions } from './own-accounts.ts';
import { PendingWork } from './pending-work.ts';
import { createSink } from './sinks/create-sink.ts';

export interface CallbacksOptions extends OwnAccountsOptions {
  /** Those of the configuration. */
  readonly configured: readonly CallbackSettings[];
  /** Those that the file gives to teams, by their ids: of whoever has none of their own. */
  readonly ofTeams: ReadonlyMap<string, OwnCallbacks>;
  /** Keys and requests may turn some off. */
  readonly areTurnedOff: boolean;
}

/** Who is told of requests that are over: those whom the configuration names, and those whom a key or its team does. */
export class Callbacks {
  readonly #told: readonly Told[];
  readonly #queues: readonly EventQueue[];
  readonly #ofAll: Audience | undefined;
  readonly #accounts: OwnAccounts;
  readonly #options: CallbacksOptions;
  readonly #work = new PendingWork();
  /** A key that is changed is another object. */
  readonly #ofKeys = new WeakMap<VirtualKey, Audience>();

  constructor(options: CallbacksOptions) {
    const { configured, tallies, logger } = options;
    const told = configured.map((settings) => {
      const onTrouble = tallies.onTrouble(settings.name, logger);
      return { settings, queue: new EventQueue({ sink: createSink(settings.sink), onTrouble }) };
    });
    this.#queues = told.map(({ queue }) => queue);
    this.#told = told.map(({ settings, queue }) => ({ settings, queue: () => queue }));
    this.#options = options;
    this.#ofAll = told.length === 0 ? undefined : this.#audienceOf(this.#told, false);
    this.#accounts = new OwnAccounts(options);
  }

  /** Who is told of what a caller asks; nothing where nobody is. */
  of(caller: Caller): Audience | undefined {
    const own = caller instanceof VirtualKey ? this.#ownOf(caller) : undefined;
    if (!(caller instanceof VirtualKey) || own === undefined) return this.#ofAll;
    let audience = this.#ofKeys.get(caller);
    if (!audience) {
      const { told, isRedacted } = this.#accounts.toldOf(caller, own, this.#told);
      audience = this.#audienceOf(told, isRedacted);
      this.#ofKeys.set(caller, audience);
    }
    return audience;
  }

  /** Sends an event of no request to those of a key's own: what is wrong with each that does not take it. */
  probe(key: VirtualKey): Promise<readonly string[]> {
    const own = this.#ownOf(key);
    return own ? this.#accounts.probe(key, own) : Promise.resolve([]);
  }

  #ownOf({ ownCallbacks, teamId }: VirtualKey): OwnCallbacks | undefined {
    return ownCallbacks ?? (teamId === undefined ? undefined : this.#options.ofTeams.get(teamId));
  }

  #audienceOf(told: readonly Told[], isRedacted: boolean): Audience {
    return new Audience({ told, isRedacted, areTurnedOff: this.#options.areTurnedOff, work: this.#work });
  }

  /** Sends what waits. */
  async dispose(): Promise<void> {
    await this.#work.done();
    await Promise.all([...this.#queues.map((queue) => queue.dispose()), this.#accounts.dispose()]);
  }
}
