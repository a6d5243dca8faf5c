import { createHash, randomUUID, type Hash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormEvent } from './form-events.ts';

/** Bytes of a file that lie on the disk. */
interface Spooled {
  readonly kind: 'spooled';
  readonly at: number;
  readonly length: number;
}

/** What came of a form, to be played again: bytes in memory up to a bound, and in a file of this machine beyond it. */
export class Tape {
  readonly #folder: string;
  readonly #mostHeldBytes: number;
  readonly #entries: (FormEvent | Spooled)[] = [];
  readonly #hash: Hash = createHash('sha256');
  #heldBytes = 0;
  #spool: FileHandle | undefined;
  #spooledBytes = 0;

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

  /** Of all that was recorded; nothing may be recorded after it. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** Recorded events without bytes, and how many bytes there are in all. */
  get outline(): { readonly events: readonly FormEvent[]; readonly bytes: number } {
    const events = this.#entries.filter((entry) => entry.kind !== 'spooled' && entry.kind !== 'bytes');
    return { events, bytes: this.#heldBytes + this.#spooledBytes };
  }

  async record(event: FormEvent): Promise<void> {
    this.#hash.update(event.kind === 'bytes' ? event.bytes : `\0${JSON.stringify(event)}\0`);
    if (event.kind !== 'bytes') this.#entries.push(event);
    else if (this.isFull) this.#entries.push(await this.#spoolBytes(event.bytes));
    else {
      this.#heldBytes += event.bytes.length;
      this.#entries.push(event);
    }
  }

  async *play(): AsyncGenerator<FormEvent> {
    for (const entry of this.#entries) {
      if (entry.kind === 'spooled') yield { kind: 'bytes', bytes: await this.#unspool(entry) };
      else yield entry;
    }
  }

  async close(): Promise<void> {
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
