import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '../stored/entities/entity.ts';

/** Beyond it all are forgotten, which costs the memory that they save. */
const MOST = 50_000;

/** Entities that many have to do with, each once: a hundred thousand keys belong to a few thousand teams and users. */
export class CommonEntities {
  readonly #known = new Map<string, Entity>();

  /** The same as it was read before, where nothing of it has changed. */
  of<Found extends Entity | undefined>(entity: Found): Found {
    if (!entity) return entity;
    const name = `${entity.kind}:${entity.id}`;
    const known = this.#known.get(name);
    if (known && isDeepStrictEqual(known, entity)) return known as Found;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(name, entity);
    return entity;
  }
}
