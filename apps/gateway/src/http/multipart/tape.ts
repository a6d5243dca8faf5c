import { createHash, randomUUID, type Hash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { UpstreamError } from '../../upstream/upstream.ts';
import type { PieceStore } from '../body/replayed.ts';
import type { FormEvent } from './form-events.ts';

/** Bytes of a file that lie on the disk. */
interface Spooled {
  readonly kind: 'spooled';
  readonly at: number;
  readonly length: number;
}

/** Bytes of a file that are kept nowhere. */
const LOST = { kind: 'lost' } as const;

/**
 * What came of a form, to be played again: bytes in memory up to a bound, and in a file of this machine beyond it, up to
 * another bound, behind which they are lost.
 */
export class Tape implements PieceStore<FormEvent> {
  readonly #folder: string;
  readonly #mostHeldBytes: number;
  /** How many bytes are kept in all. */
  #mostKeptBytes = Infinity;
  readonly #entries: (FormEvent | Spooled | typeof LOST)[] = [];
  readonly #hash: Hash = createHash('sha256');
  #heldBytes = 0;
  #spool: FileHandle | undefined;
  #spooledBytes = 0;
  #isClosed = false;

  constructor(folder: string, mostHeldBytes: number) {
    this.#folder = folder;
    this.#mostHeldBytes = mostHeldBytes;
  }

  /** Whether more would go to the disk. */
  get isFull(): boolean {
    return this.#heldBytes >= this.#mostHeldBytes;
  }

  get isSpooled(): boolean {
    return this.#spool !== undefined;
  }

  /** Whether some of it is kept nowhere. */
  get isCut(): boolean {
    return this.#entries.includes(LOST);
  }

  /** From here on no more is kept than so many bytes in all. */
  keepAtMost(bytes: number): void {
    this.#mostKeptBytes = bytes;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** Of all that was recorded; nothing may be recorded after it. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** Recorded events without bytes, and how many bytes there are in all. */
  get outline(): { readonly events: readonly FormEvent[]; readonly bytes: number } {
    const events = this.#entries.filter(
      (entry) => entry.kind !== 'spooled' && entry.kind !== 'bytes' && entry.kind !== 'lost',
    );
    return { events, bytes: this.#heldBytes + this.#spooledBytes };
  }

  async keep(event: FormEvent): Promise<void> {
    this.#hash.update(event.kind === 'bytes' ? event.bytes : `\0${JSON.stringify(event)}\0`);
    if (event.kind !== 'bytes') this.#entries.push(event);
    else if (this.#isClosed || this.#heldBytes + this.#spooledBytes >= this.#mostKeptBytes) this.#entries.push(LOST);
    else if (this.isFull) this.#entries.push(await this.#spoolBytes(event.bytes));
    else {
      this.#heldBytes += event.bytes.length;
      this.#entries.push(event);
    }
  }

  async at(index: number): Promise<FormEvent> {
    const entry = this.#entries[index] ?? LOST;
    if (entry.kind === 'lost') throw new UpstreamError('CONNECTION_CLOSED', 'The upload is no longer there');
    return entry.kind === 'spooled' ? { kind: 'bytes', bytes: await this.#unspool(entry) } : entry;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#spool?.close();
  }

  async #spoolBytes(bytes: Buffer): Promise<Spooled> {
    this.#spool ??= await openNameless(this.#folder);
    const at = this.#spooledBytes;
    await this.#spool.write(bytes, 0, bytes.length, at);
    this.#spooledBytes += bytes.length;
    return { kind: 'spooled', at, length: bytes.length };
  }

  async #unspool({ at, length }: Spooled): Promise<Buffer> {
    const { bytesRead, buffer } = (await this.#spool?.read(Buffer.allocUnsafe(length), 0, length, at)) ?? {
      bytesRead: 0,
      buffer: Buffer.alloc(0),
    };
    if (bytesRead !== length) throw new Error('the upload is no longer on the disk');
    return buffer;
  }
}

/** A file that is gone with this process, whatever ends it. */
async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await rm(path, { force: true });
  return file;
}
