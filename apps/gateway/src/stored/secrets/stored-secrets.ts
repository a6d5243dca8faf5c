import { NOTHING_STORED, type StoredConfiguration } from '../../config/stored-configuration.ts';
import type { Entities } from '../entities/entities.ts';
import type { Entity } from '../entities/entity.ts';
import { readStored } from './read-stored.ts';
import { checkCallbacksOpen } from './sealed-callbacks.ts';
import { CannotUnsealError, SecretBox } from './secret-box.ts';
import { nextKey, sealingKey, takeNextKey } from './sealing-key.ts';

export interface StoredSecretsOptions {
  readonly entities: Entities;
  /** `LITELLM_SALT_KEY`. */
  readonly saltKey: string | undefined;
  readonly dataFolder: string;
}

/** What of a configuration lies sealed in the database, and the key to it. */
export class StoredSecrets {
  readonly #options: StoredSecretsOptions;
  #box: SecretBox | undefined;
  /** Callbacks of keys and teams are known to open under it. */
  #opensCallbacks = false;

  constructor(options: StoredSecretsOptions) {
    this.#options = options;
  }

  /** Made with the first secret: who stores none needs no key. */
  get box(): SecretBox {
    return (this.#box ??= new SecretBox(sealingKey(this.#options.saltKey, this.#options.dataFolder)));
  }

  /** Rejects with a `CannotUnsealError` where it was sealed under another key, and while the database cannot be used. */
  async read(): Promise<StoredConfiguration> {
    const holders = this.#opensCallbacks ? [] : await this.#options.entities.callbackHolders();
    if (holders.length === 0 && !(await this.#areThere())) {
      this.#opensCallbacks = true;
      return NOTHING_STORED;
    }
    try {
      return await this.#readWith(this.box, holders);
    } catch (error) {
      const next = this.#isOfFile ? nextKey(this.#options.dataFolder) : undefined;
      if (!(error instanceof CannotUnsealError) || next === undefined) throw error;
      // A rotation was cut off when the database had the new key and the file had not.
      const box = new SecretBox(next);
      const stored = await this.#readWith(box, holders);
      takeNextKey(this.#options.dataFolder);
      this.#box = box;
      return stored;
    }
  }

  async #readWith(box: SecretBox, holders: readonly Entity[]): Promise<StoredConfiguration> {
    checkCallbacksOpen(box, holders);
    const stored = await readStored(this.#options.entities, box);
    this.#opensCallbacks = true;
    return stored;
  }

  get #isOfFile(): boolean {
    return this.#options.saltKey === undefined || this.#options.saltKey === '';
  }

  async #areThere(): Promise<boolean> {
    for (const kind of ['model', 'credential', 'setting'] as const) {
      if ((await this.#options.entities.count({ kind })) > 0) return true;
    }
    return false;
  }
}
