import type { Caller } from '@showrunner/access';
import type { CallbackSettings } from '../../config/sections/callbacks/callback.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { Audience, type Told } from './audience.ts';
import { EventQueue } from './event-queue.ts';
import { OwnAccounts, type OwnAccountsOptions } from './own-accounts.ts';
import { PendingWork } from './pending-work.ts';
import { createSink } from './sinks/create-sink.ts';

export interface CallbacksOptions extends OwnAccountsOptions {
  /** Those of the configuration. */
  readonly configured: readonly CallbackSettings[];
}

/** Who is told of requests that are over: those whom the configuration names, and those whom a key or its team does. */
export class Callbacks {
  readonly #told: readonly Told[];
  readonly #queues: readonly EventQueue[];
  readonly #ofAll: Audience | undefined;
  readonly #accounts: OwnAccounts;
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
    this.#ofAll = told.length === 0 ? undefined : new Audience(this.#told, false, this.#work);
    this.#accounts = new OwnAccounts(options);
  }

  /** Who is told of what a caller asks; nothing where nobody is. */
  of(caller: Caller): Audience | undefined {
    if (!(caller instanceof VirtualKey) || caller.ownCallbacks === undefined) return this.#ofAll;
    let audience = this.#ofKeys.get(caller);
    if (!audience) {
      const { told, isRedacted } = this.#accounts.toldOf(caller, caller.ownCallbacks, this.#told);
      audience = new Audience(told, isRedacted, this.#work);
      this.#ofKeys.set(caller, audience);
    }
    return audience;
  }

  /** Sends an event of no request to those of a key's own: what is wrong with each that does not take it. */
  probe(key: VirtualKey): Promise<readonly string[]> {
    return key.ownCallbacks ? this.#accounts.probe(key, key.ownCallbacks) : Promise.resolve([]);
  }

  /** Sends what waits. */
  async dispose(): Promise<void> {
    await this.#work.done();
    await Promise.all([...this.#queues.map((queue) => queue.dispose()), this.#accounts.dispose()]);
  }
}
