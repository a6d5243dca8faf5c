import { randomUUID } from 'node:crypto';
import type { FormField } from '@showrunner/providers';
import type { FileRewriter, FormChanges } from '../../exchange/asked/uploaded-form.ts';
import type { FormEvent } from './form-events.ts';

/** Writes a form anew, with a boundary of its own (RFC 7578; names as WHATWG HTML, "Multipart form data", has them). */
export class FormWriter {
  readonly contentType: string;
  readonly #boundary = `showrunner-${randomUUID()}`;
  readonly #changes: FormChanges;
  #rewriter: FileRewriter | undefined;

  constructor(changes: FormChanges) {
    this.#changes = changes;
    this.contentType = `multipart/form-data; boundary=${this.#boundary}`;
  }

  get first(): Buffer {
    return Buffer.from(this.#changes.fields.map((field) => this.#field(field)).join(''));
  }

  get last(): Buffer {
    return Buffer.from(`--${this.#boundary}--\r\n`);
  }

  /** An event's bytes; none for what is not sent. */
  of(event: FormEvent): Buffer {
    switch (event.kind) {
      case 'field': {
        const sent = this.#changes.onward([event.name, event.value]);
        return Buffer.from(sent ? this.#field(sent) : '');
      }
      case 'file':
        this.#rewriter = this.#changes.rewriteFile?.();
        return Buffer.from(
          `--${this.#boundary}\r\nContent-Disposition: form-data; name="${quoted(event.name)}"; ` +
            `filename="${quoted(event.fileName)}"\r\nContent-Type: ${event.type}\r\n\r\n`,
        );
      case 'bytes':
        return this.#rewriter ? this.#rewriter.push(event.bytes) : event.bytes;
      case 'file-end':
        return Buffer.concat([this.#rewriter?.end() ?? Buffer.alloc(0), Buffer.from('\r\n')]);
    }
  }

  #field([name, value]: FormField): string {
    return `--${this.#boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`;
  }
}

function quoted(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
