/** undici's, and shorter than any peer keeps connections: the gateway closes first, so that no request meets a close. */
const SHORTEST_MS = 4_000;

/**
 * aiohttp's, with which LiteLLM calls vendors (`AIOHTTP_KEEPALIVE_TIMEOUT`, 1.108.7). A new encrypted connection costs two
 * or three round trips and a handshake, and an agent's next question comes some seconds after the last answer; servers
 * that vendors put before the internet keep connections for a minute.
 */
const ENCRYPTED_MS = 15_000;

/** So much earlier than a peer the gateway closes. */
const MARGIN_MS = 1_000;

/** For how long connections to one origin may wait for another request. */
export class IdleTime {
  #most: number;

  constructor(isTls: boolean) {
    this.#most = isTls ? ENCRYPTED_MS : SHORTEST_MS;
  }

  /** Milliseconds. `announced` is what the peer keeps them by its own word (`keep-alive: timeout=5`); Infinity without. */
  within(announced: number): number {
    return Math.min(announced, this.#most);
  }

  /** The peer closed one that had waited for so long: the next ones close before that. */
  hearClosed(waitedMs: number): void {
    this.#most = Math.min(this.#most, Math.max(SHORTEST_MS, waitedMs - MARGIN_MS));
  }
}
