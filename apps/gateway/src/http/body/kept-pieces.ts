import { UpstreamError } from '../../upstream/upstream.ts';
import type { PieceStore } from './replayed.ts';

/** Pieces of a body in memory, as long as all of them together are no longer than a bound; then none of them. */
export class KeptPieces implements PieceStore<Buffer> {
  readonly #mostBytes: number;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #length = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get length(): number {
    return this.#length;
  }

  keep(piece: Buffer): void {
    this.#length++;
    this.#bytes += piece.length;
    if (this.#bytes <= this.#mostBytes) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  at(index: number): Buffer {
    const piece = this.#pieces[index];
    if (!piece) throw new UpstreamError('CONNECTION_CLOSED', 'The body cannot be sent a second time');
    return piece;
  }
}
