import { createHash } from 'node:crypto';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { Entities } from '../entities/entities.ts';
import type { Entity } from '../entities/entity.ts';
import { EntityExistsError, type EntityName, type EntityWriter } from '../entities/entity-writer.ts';
import { idKey, type FormerIdKeys } from '../sealed-ids.ts';
import { sealedSettings, unsealed } from './sealed-entities.ts';
import { CannotUnsealError, type SecretBox } from './secret-box.ts';

/** Whose ids are sealed: `IdKind.things` of each. */
const THINGS = ['responses', 'files', 'batches'] as const;

/** What could not be written down is tried again with the first id behind so long. */
const AGAIN_MS = 30_000;

export interface IdKeysOptions {
  readonly entities: Entities;
  readonly box: () => SecretBox;
  /** Under which ids are sealed now. */
  readonly secret: () => string;
  readonly logger: { warn(fields: object, message: string): void };
}

/**
 * Under what ids were sealed until now: each secret is written down when it is first used, so that ids outlive it. What is
 * kept are the keys that were made of it, sealed as all secrets are: the secret itself cannot be had from them.
 */
export class IdKeys implements FormerIdKeys {
  readonly #options: IdKeysOptions;
  /** By the names of the secrets that they were made of. */
  #kept: ReadonlyMap<string, Mapping> = new Map();
  readonly #noted = new Set<string>();
  #present: { readonly secret: string; readonly name: string } | undefined;

  constructor(options: IdKeysOptions) {
    this.#options = options;
  }

  of(things: string): readonly Buffer[] {
    return [...this.#kept.values()].flatMap((keys) => {
      const key = keys[things];
      return typeof key === 'string' ? [Buffer.from(key, 'base64url')] : [];
    });
  }

  presentUsed(): void {
    const secret = this.#options.secret();
    if (this.#present?.secret !== secret) this.#present = { secret, name: nameOf(secret) };
    const { name } = this.#present;
    if (this.#noted.has(name)) return;
    this.#noted.add(name);
    void this.#note(secret, name);
  }

  /** Reads what was written down. While the database cannot be used, what is known holds. */
  async learn(): Promise<void> {
    const { entities, box, logger } = this.#options;
    const written = await entities.list({ kind: 'id_key' }, { direction: 'desc' }).catch(() => []);
    const kept = new Map<string, Mapping>();
    let lost = 0;
    for (const one of written) {
      const keys = openedKeys(box(), one);
      if (keys) kept.set(one.id, keys);
      else lost++;
      this.#noted.add(one.id);
    }
    this.#kept = kept;
    if (lost > 0) logger.warn({ keys: lost }, LOST);
  }

  async #note(secret: string, name: string): Promise<void> {
    const { entities, box, logger } = this.#options;
    try {
      await entities.change((writer) => keepIdKey(writer, box(), secret));
    } catch (error) {
      if (error instanceof EntityExistsError) return;
      setTimeout(() => this.#noted.delete(name), AGAIN_MS).unref();
      logger.warn({ error: String(error) }, 'it is not written down under which secret ids are given out');
    }
  }
}

const LOST =
  'ids of files, batches and responses that were given out under an earlier LITELLM_SALT_KEY are not known any more: it was changed without `showrunner secrets rotate`';

/** Writes down under what ids are sealed by this secret, unless it is there. */
export async function keepIdKey(writer: EntityWriter, box: SecretBox, secret: string): Promise<void> {
  const name: EntityName = { kind: 'id_key', id: nameOf(secret) };
  if (await writer.find(name)) return;
  const keys = Object.fromEntries(THINGS.map((things) => [things, idKey(secret, things).toString('base64url')]));
  await writer.add({ ...name, settings: sealedSettings(box, name, keys) });
}

/** Nothing where they were sealed under a key that is not here. */
export function openedKeys(box: SecretBox, entity: Entity): Mapping | undefined {
  try {
    const keys = unsealed(box, entity);
    return isMapping(keys) ? keys : undefined;
  } catch (error) {
    if (error instanceof CannotUnsealError) return undefined;
    throw error;
  }
}

/** Tells secrets apart, and tells nothing of them. */
function nameOf(secret: string): string {
  return createHash('sha256').update(idKey(secret, 'names')).digest('hex').slice(0, 32);
}
