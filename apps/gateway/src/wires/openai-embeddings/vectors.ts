import type { EmbeddingEncoding } from '@showrunner/providers';

const BYTES = 4;

/** A vector as the caller wants it: numbers, or their little-endian 32-bit floats in base64. */
export function encodeVector(vector: readonly number[] | string, as: EmbeddingEncoding): readonly number[] | string {
  if (as === 'float') return typeof vector === 'string' ? fromBase64(vector) : vector;
  return typeof vector === 'string' ? vector : toBase64(vector);
}

function fromBase64(text: string): number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, index) => bytes.readFloatLE(index * BYTES));
}

function toBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * BYTES);
  for (const [index, number] of vector.entries()) bytes.writeFloatLE(number, index * BYTES);
  return bytes.toString('base64');
}
