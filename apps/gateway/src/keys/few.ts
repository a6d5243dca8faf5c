interface Entry<Value> {
  readonly name: string;
  readonly value: Value;
  readonly before: Entry<Value> | undefined;
}

/** What is kept by name of nearly always one or two: a `Map` takes 200 bytes, and each of a hundred thousand keys has some. */
export class Few<Value> {
  #last: Entry<Value> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(name: string): Value | undefined {
    for (let entry = this.#last; entry; entry = entry.before) if (entry.name === name) return entry.value;
    return undefined;
  }

  /** One of a name that is not there yet. */
  add(name: string, value: Value): void {
    this.#last = { name, value, before: this.#last };
    this.#size++;
  }
}
