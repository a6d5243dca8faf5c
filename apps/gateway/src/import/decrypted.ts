import type { Mapping } from '../json/mapping.ts';
import { decryptLiteLlm, looksEncrypted } from '../litellm/decrypt.ts';

/** Values that a LiteLLM had encrypted, or why they cannot be read. */
export type Decrypted = { readonly values: Mapping } | { readonly reason: string };

/**
 * The texts of an object in the clear. One that is no ciphertext was kept as it was written, as LiteLLM takes it; where
 * one is and its key is another, nothing of the object is of use.
 */
export function decrypted(values: Mapping, key: string | undefined): Decrypted {
  const opened: Mapping = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') {
      opened[name] = value;
      continue;
    }
    const text = key === undefined ? undefined : decryptLiteLlm(value, key);
    if (text === undefined && looksEncrypted(value) && !isPlain(name, values, key))
      return { reason: reasonOf(name, key) };
    opened[name] = text ?? value;
  }
  return { values: opened };
}

/** LiteLLM encrypts all texts of a row or none: where another one of it opens, this one is a text that looks like it. */
function isPlain(name: string, values: Mapping, key: string | undefined): boolean {
  if (key === undefined) return false;
  return Object.entries(values).some(
    ([other, value]) => other !== name && typeof value === 'string' && decryptLiteLlm(value, key) !== undefined,
  );
}

function reasonOf(name: string, key: string | undefined): string {
  return key === undefined
    ? `${name} is encrypted, and there is no key: set LITELLM_SALT_KEY, or the master key that LiteLLM had`
    : `${name} is encrypted under another key than LITELLM_SALT_KEY, or the master key`;
}
