import { createHash } from 'node:crypto';
import type { Logger } from '@showrunner/service';
import type { CallbackSettings } from '../../config/sections/callbacks/callback.ts';
import type { OwnCallbackReader } from '../../config/sections/callbacks/own-callbacks.ts';
import type { OwnCallback, OwnCallbacks } from '../../keys/own-callbacks.ts';
import type { VirtualKey } from '../../keys/virtual-key.ts';
import { REDACTS } from '../../litellm/callback-variables.ts';
import type { Told } from './audience.ts';
import type { CallbackTallies } from './callback-tallies.ts';
import { EventQueue, QueueRoom } from './event-queue.ts';
import { probeSink } from './probe-sink.ts';
import { createSink } from './sinks/create-sink.ts';

/** Of more accounts than so many at once, those that were told longest ago send what waits and are made anew when wanted. */
const MOST_ACCOUNTS = 1_000;
/** What may wait for one account, so that one that is away takes little from the others, and for all together. */
const MOST_EVENTS = 1_000;
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_BYTES_OF_ALL = 64 * 1024 * 1024;

export interface OwnAccountsOptions {
  /** How callbacks of keys and teams are read. */
  readonly own: OwnCallbackReader;
  /** A variable of theirs in the clear. Throws where it was sealed under another key. */
  readonly open: (text: string, name: string) => string;
  readonly tallies: CallbackTallies;
  readonly logger: Logger;
}

/** Whom keys and teams have told: a queue for each account, whichever keys it belongs to. */
export class OwnAccounts {
  readonly #options: OwnAccountsOptions;
  readonly #room = new QueueRoom(MOST_BYTES_OF_ALL);
  /** The one that was told last is the last. */
  readonly #queues = new Map<string, EventQueue>();

  constructor(options: OwnAccountsOptions) {
    this.#options = options;
  }

  /**
   * Who is told for a key. One of its own stands in the place of the configuration's of the same name and is told what
   * either wants, as in LiteLLM; all others of the configuration go on being told.
   */
  toldOf(
    key: VirtualKey,
    own: OwnCallbacks,
    configured: readonly Told[],
  ): { readonly told: readonly Told[]; readonly isRedacted: boolean } {
    const variables = this.#opened(key, own.variables);
    const mine = own.callbacks.flatMap((one) => this.#told(key, one, variables, configured) ?? []);
    const names = new Set(mine.map(({ settings }) => settings.name));
    return {
      told: [...configured.filter(({ settings }) => !names.has(settings.name)), ...mine],
      isRedacted: /^true$/i.test(variables[REDACTS] ?? ''),
    };
  }

  /** What is wrong with each that does not take an event now. */
  async probe(key: VirtualKey, own: OwnCallbacks): Promise<readonly string[]> {
    const variables = this.#opened(key, own.variables);
    const troubles = own.callbacks.map(async ({ name }) => {
      const read = this.#options.own.read(name, variables);
      const trouble = 'problem' in read ? read.problem : await probeSink(createSink(read.sink));
      return trouble === undefined ? [] : [`${name}: ${trouble}`];
    });
    return (await Promise.all(troubles)).flat();
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.dispose()));
  }

  #told(
    key: VirtualKey,
    { name, onSuccess, onFailure }: OwnCallback,
    variables: Readonly<Record<string, string>>,
    configured: readonly Told[],
  ): Told | undefined {
    const read = this.#options.own.read(name, variables);
    if ('problem' in read) {
      const fields = { callback: name, key_id: key.keyId, team_id: key.teamId, reason: read.problem };
      this.#options.logger.warn(fields, 'a callback of a key is told nothing');
      return undefined;
    }
    const same = configured.find(({ settings }) => settings.name === name)?.settings;
    const settings: CallbackSettings = {
      name,
      sink: read.sink,
      isRedacted: read.isRedacted || same?.isRedacted === true,
      onSuccess: onSuccess || same?.onSuccess === true,
      onFailure: onFailure || same?.onFailure === true,
    };
    const account = accountOf(name, this.#options.own.familyOf(name)?.variables ?? {}, variables);
    return { settings, queue: () => this.#queueOf(account, settings) };
  }

  #queueOf(account: string, { name, sink }: CallbackSettings): EventQueue {
    const known = this.#queues.get(account);
    const queue =
      known ??
      new EventQueue({
        sink: createSink(sink),
        onTrouble: this.#options.tallies.onTrouble(name, this.#options.logger, { of: 'a key or a team' }),
        bounds: { events: MOST_EVENTS, bytes: MOST_BYTES, room: this.#room },
      });
    if (known) this.#queues.delete(account);
    this.#queues.set(account, queue);
    if (this.#queues.size > MOST_ACCOUNTS) this.#leaveOldest();
    return queue;
  }

  #leaveOldest(): void {
    const [oldest] = this.#queues;
    if (!oldest) return;
    this.#queues.delete(oldest[0]);
    void oldest[1].dispose();
  }

  /** What was sealed under another key is nothing, and said once. */
  #opened(key: VirtualKey, variables: Readonly<Record<string, string>>): Record<string, string> {
    const opened: Record<string, string> = {};
    for (const [name, text] of Object.entries(variables)) {
      try {
        opened[name] = this.#options.open(text, name);
      } catch {
        const fields = { key_id: key.keyId, team_id: key.teamId, variable: name };
        this.#options.logger.error(fields, 'a variable of a callback was written under another encryption key');
      }
    }
    return opened;
  }
}

/** The same for whoever goes to the same account: a digest, because secrets are a part of it. */
function accountOf(name: string, family: object, variables: Readonly<Record<string, string>>): string {
  const said = Object.keys(family).map((variable) => [variable, variables[variable] ?? null]);
  return createHash('sha256')
    .update(JSON.stringify([name, said]))
    .digest('hex');
}
