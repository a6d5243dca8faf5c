/**
 * What is made of teams, users and all else that keys have in common, once for all of those keys: for as long as neither
 * they change nor the budget that they share.
 */
export class MadeOnce<Made> {
  readonly #known = new WeakMap<object, Map<string, { readonly budget: object | undefined; readonly made: Made }>>();

  /** @param name tells apart what is made of the same entity */
  of(entity: object, name: string, budget: object | undefined, make: () => Made): Made {
    let ofEntity = this.#known.get(entity);
    if (!ofEntity) this.#known.set(entity, (ofEntity = new Map()));
    const found = ofEntity.get(name);
    if (found?.budget === budget && found) return found.made;
    const made = make();
    ofEntity.set(name, { budget, made });
    return made;
  }
}
