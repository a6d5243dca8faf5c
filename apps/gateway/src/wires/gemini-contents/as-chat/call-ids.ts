import { badRequest } from '../../../failure/gateway-error.ts';

/**
 * Ids of calls, which chat goes by and Google's wire may leave out: there a result belongs to the first call of its name
 * that has none yet.
 */
export class CallIds {
  readonly #waiting: { readonly name: string; readonly id: string }[] = [];
  #made = 0;

  /** The id of a call; one is made where it has none. */
  called(name: string, own: string | undefined, at: string): string {
    if (name === '') throw badRequest(`${at} is required and must be text`, at);
    const id = own ?? `call_${this.#made++}`;
    this.#waiting.push({ name, id });
    return id;
  }

  /** The id of the call that a result belongs to. */
  answered(name: string, own: string | undefined): string {
    const place = this.#waiting.findIndex((call) => (own === undefined ? call.name === name : call.id === own));
    const [call] = place === -1 ? [] : this.#waiting.splice(place, 1);
    return call?.id ?? own ?? `call_${this.#made++}`;
  }
}
