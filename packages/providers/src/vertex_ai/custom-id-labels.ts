import { asString, type JsonObject } from '../kit/json.ts';

/** Of a label's value at Google Cloud: small letters, digits, `_` and `-` ("Labels overview", 2026-11). */
const LONGEST_VALUE = 63;
const RAW_PREFIX = 'b32_';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A line's `custom_id` as labels of its request, which Vertex gives back with the answer: readable as far as a label can
 * hold it, and whole in base 32 (RFC 4648). The names are LiteLLM's, so that either reads what the other asked for.
 */
export function customIdLabels(id: string): Record<string, string> {
  const encoded = toBase32(Buffer.from(id));
  const size = LONGEST_VALUE - RAW_PREFIX.length;
  const pieces = Array.from({ length: Math.max(1, Math.ceil(encoded.length / size)) }, (_, index) =>
    encoded.slice(index * size, (index + 1) * size),
  );
  return {
    litellm_custom_id: id
      .toLowerCase()
      .replaceAll(/[^a-z0-9_-]/g, '_')
      .slice(0, LONGEST_VALUE),
    ...Object.fromEntries(
      pieces.map((piece, index) => [`litellm_custom_id_raw${index === 0 ? '' : `_${index}`}`, RAW_PREFIX + piece]),
    ),
  };
}

/** The same read back. */
export function customIdIn(labels: JsonObject | undefined): string {
  const raw: string[] = [];
  for (let index = 0; ; index++) {
    const piece = asString(labels?.[`litellm_custom_id_raw${index === 0 ? '' : `_${index}`}`]);
    if (piece === undefined) break;
    raw.push(piece.slice(RAW_PREFIX.length));
  }
  return raw.length > 0 ? fromBase32(raw.join('')) : (asString(labels?.litellm_custom_id) ?? 'unknown');
}

function toBase32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): string {
  const bits = Array.from(text, (letter) => Math.max(0, ALPHABET.indexOf(letter)).toString(2).padStart(5, '0')).join(
    '',
  );
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
}
