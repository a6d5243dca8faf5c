import type { Readable } from 'node:stream';
import type { FormField } from '@showrunner/providers';
import type { BodySource } from '../../exchange/asked/body-source.ts';
import type { FormChanges, UploadedFile, UploadedForm } from '../../exchange/asked/uploaded-form.ts';
import { UpstreamError } from '../../upstream/upstream.ts';
import { Replayed } from '../body/replayed.ts';
import { formEvents, type FormEvent } from './form-events.ts';
import { FormWriter } from './form-writer.ts';
import { Tape } from './tape.ts';

/** How much of a form waits in memory before it is passed on. A minute of speech is about as long. */
const MOST_HELD_BYTES = 1024 * 1024;

/**
 * How much of a form that is passed on while it comes is kept on the disk, so that it can be sent again: the longest file
 * of any call of a model (50 MB for a picture to edit; OpenAI's API reference, "Images", 2026-11) and what is around it.
 */
const MOST_KEPT_BYTES = 64 * 1024 * 1024;

/** What is known of a form before it is read. */
export interface FormOptions {
  readonly contentType: string;
  readonly mostBytes: number;
  /** Where what does not fit into memory lies. */
  readonly spoolFolder: string;
  /** The model, where it is known without the form; whoever knows in another way whom to ask says so here as well. */
  readonly model: string | undefined;
  /** Fields that say whom to ask, where it is not `model` alone. */
  readonly tellingFields?: readonly string[];
}

/**
 * Reads a form until it is known whom to ask. One that is short is there whole then. Of one that is long the rest is
 * passed on as it comes, and can be sent again unless it is very long. Where the model comes behind the files, they wait
 * on the disk.
 */
export async function readForm(input: Readable, options: FormOptions): Promise<ReadForm> {
  const events = formEvents(input, options.contentType, options.mostBytes);
  const tape = new Tape(options.spoolFolder, MOST_HELD_BYTES);
  const telling = options.tellingFields ?? ['model'];
  let hasModel = options.model !== undefined;
  try {
    for (;;) {
      const { value: event, done } = await events.next();
      if (done) return new ReadForm(tape, undefined);
      await tape.keep(event);
      hasModel ||= event.kind === 'field' && telling.includes(event.name);
      if (tape.isFull && !tape.isSpooled && hasModel) return new ReadForm(tape, events);
    }
  } catch (error) {
    await tape.close();
    throw error;
  }
}

export class ReadForm implements UploadedForm {
  readonly fields: readonly FormField[];
  readonly fileNames: readonly string[];
  readonly digest: string | undefined;
  /** Bytes of its files; nothing while some are still to come. */
  readonly fileBytes: number | undefined;
  readonly #tape: Tape;
  readonly #events: Replayed<FormEvent>;
  #isClosed = false;

  /** @param rest what is still to come */
  constructor(tape: Tape, rest: AsyncIterator<FormEvent> | undefined) {
    this.#tape = tape;
    this.#events = new Replayed(rest ?? NOTHING, tape);
    this.fields = tape.outline.events.flatMap((event): FormField[] =>
      event.kind === 'field' ? [[event.name, event.value]] : [],
    );
    this.fileNames = tape.outline.events.flatMap((event) => (event.kind === 'file' ? [event.name] : []));
    this.digest = rest ? undefined : tape.digest();
    this.fileBytes = rest ? undefined : tape.outline.bytes;
  }

  get isAtHand(): boolean {
    return !this.#isClosed && !this.#tape.isCut && !this.#events.isBroken;
  }

  outgoing(changes: FormChanges): { readonly contentType: string; readonly body: BodySource } {
    const writer = new FormWriter(changes);
    const length = changes.rewriteFile ? undefined : this.#lengthBy(writer);
    if (!this.#isWhole) this.#tape.keepAtMost(MOST_KEPT_BYTES);
    const body = { length, open: () => this.#pieces(writer) };
    return { contentType: writer.contentType, body };
  }

  async whole(): Promise<UploadedFile | undefined> {
    await this.#events.finish();
    const file = this.#tape.outline.events.find((event) => event.kind === 'file');
    return file && { fileName: file.fileName, mediaType: file.type, open: () => this.#firstFile() };
  }

  /** What waits on the disk goes; nothing can be sent any more. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.#tape.close();
  }

  get #isWhole(): boolean {
    return this.digest !== undefined || this.#events.hasEnded;
  }

  #lengthBy(writer: FormWriter): number | undefined {
    if (!this.#isWhole || this.#tape.isCut) return undefined;
    const { events, bytes } = this.#tape.outline;
    const around = events.reduce((sum, event) => sum + writer.of(event).length, 0);
    return writer.first.length + around + bytes + writer.last.length;
  }

  async *#firstFile(): AsyncGenerator<Buffer> {
    for await (const event of this.#kept()) {
      if (event.kind === 'bytes') yield event.bytes;
      if (event.kind === 'file-end') return;
    }
  }

  async *#pieces(writer: FormWriter): AsyncGenerator<Buffer> {
    yield writer.first;
    for await (const event of this.#kept()) yield writer.of(event);
    yield writer.last;
  }

  async *#kept(): AsyncGenerator<FormEvent> {
    if (this.#isClosed) throw new UpstreamError('CONNECTION_CLOSED', 'The upload is no longer there');
    yield* this.#events.open();
  }
}

/** Where a form is there whole. */
const NOTHING: AsyncIterator<FormEvent> = { next: async () => ({ done: true, value: undefined }) };
