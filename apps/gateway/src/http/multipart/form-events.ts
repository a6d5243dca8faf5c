import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { ProviderError } from '@showrunner/providers';
import { incomingPieces, refusedBody } from '../body/incoming-pieces.ts';
import { PartQueue } from './part-queue.ts';

/** A form as it comes: fields, and files with their bytes in pieces. */
export type FormEvent =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly fileName: string; readonly type: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'file-end' };

/** Far above any form that a vendor takes. */
const LIMITS = { fieldNameSize: 200, fieldSize: 1024 * 1024, fields: 200, files: 50, parts: 250 };

/**
 * Reads a form no faster than its events are taken. Rejects with a 400 where it is none, with a 413 where it is longer
 * than `mostBytes`, and where the client breaks off. The input itself is never destroyed, so that it can be answered.
 */
export async function* formEvents(input: Readable, contentType: string, mostBytes: number): AsyncGenerator<FormEvent> {
  const parts = new PartQueue();
  const busboy = openBusboy(contentType, parts);
  pump(input, busboy, mostBytes).catch((error: unknown) => parts.fail(error));
  for (let part = await parts.next(); part; part = await parts.next()) {
    if (part.kind === 'field') {
      yield part;
      continue;
    }
    const { bytes, ...file } = part;
    yield file;
    for await (const piece of bytes) yield { kind: 'bytes', bytes: piece as Buffer };
    yield { kind: 'file-end' };
  }
}

/** What the parser tells of a file; it may have no names, whatever its types say. */
type FoundFile = [
  name: string | undefined,
  bytes: Readable,
  fileName: string | undefined,
  encoding: string,
  type: string,
];

function openBusboy(contentType: string, parts: PartQueue): BusboyInstance {
  const busboy = construct(contentType);
  busboy.on('field', (name, value, isNameCut, isValueCut) => {
    if (isNameCut || isValueCut) parts.fail(unreadable(`the field ${name.slice(0, 50)} is too long`));
    else parts.add({ kind: 'field', name, value });
  });
  busboy.on('file', (...[name = '', bytes, fileName = '', , type]: FoundFile) => {
    parts.add({ kind: 'file', name, fileName, type, bytes });
  });
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
    busboy.on(limit, () => parts.fail(unreadable('it has too many parts')));
  }
  busboy.on('error', (error) => parts.fail(unreadable(error instanceof Error ? error.message : 'it is broken')));
  busboy.on('finish', () => parts.end());
  return busboy;
}

function construct(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'it has no boundary');
  }
}

async function pump(input: Readable, busboy: BusboyInstance, mostBytes: number): Promise<void> {
  for await (const piece of incomingPieces(input, mostBytes)) {
    if (!busboy.write(piece)) await new Promise((resolve) => busboy.once('drain', resolve));
  }
  busboy.end();
}

function unreadable(reason: string): ProviderError {
  return refusedBody(400, `The form cannot be read: ${reason}`);
}
