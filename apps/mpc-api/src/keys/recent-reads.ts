/** How long what was read is taken as it was: changes hold in every process after it, which is promised within 2 s. */
const FRESH_MS = 1_000;
/** How long while the database is away, so that whoever was let in goes on. */
const STALE_MS = 60_000;
/** More than are in use at once; names that nobody has are remembered too. */
const MOST_KEPT = 10_000;

/** Values of a database as they were a moment ago: each that is used is read once a second, however often it is asked for. */
export class RecentReads<Value extends object> {
  readonly #read: (name: string) => Promise<Value | undefined>;
  readonly #kept = new Map<string, { readonly value: Value | undefined; readonly readAt: number }>();
  readonly #underWay = new Map<string, Promise<Value | undefined>>();

  constructor(read: (name: string) => Promise<Value | undefined>) {
    this.#read = read;
  }

  /** At once where it was read just now. Rejects where it cannot be read and was not known before. */
  get(name: string): Value | undefined | Promise<Value | undefined> {
    const kept = this.#kept.get(name);
    return kept && performance.now() - kept.readAt < FRESH_MS ? kept.value : this.#together(name);
  }

  /** Takes a value that was read under another name. */
  note(name: string, value: Value): void {
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(name, { value, readAt: performance.now() });
  }

  /** Reads anew from here on; for the process that has changed a value. */
  clear(): void {
    this.#kept.clear();
    this.#underWay.clear();
  }

  /** Who comes meanwhile waits for the same answer. */
  #together(name: string): Promise<Value | undefined> {
    const underWay = this.#underWay.get(name);
    if (underWay) return underWay;
    const reading = this.#renew(name).finally(() => {
      if (this.#underWay.get(name) === reading) this.#underWay.delete(name);
    });
    this.#underWay.set(name, reading);
    return reading;
  }

  async #renew(name: string): Promise<Value | undefined> {
    const readAt = performance.now();
    try {
      const value = await this.#read(name);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(name, { value, readAt });
      return value;
    } catch (error) {
      const kept = this.#kept.get(name);
      if (kept?.value && readAt - kept.readAt < STALE_MS) return kept.value;
      throw error;
    }
  }
}
