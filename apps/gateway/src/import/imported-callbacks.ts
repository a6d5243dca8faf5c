import { isSecretName } from '../config/public-params.ts';
import type { Mapping } from '../json/mapping.ts';
import { decryptLiteLlm } from '../litellm/decrypt.ts';
import { rewriteCallbackVariables, sealVariable } from '../stored/secrets/sealed-callbacks.ts';
import type { ImportContext } from './import-context.ts';

/** What stands before what LiteLLM encrypted (`CALLBACK_VAR_ENCRYPTED_PREFIX`, `proxy/common_utils/callback_utils.py`, 1.108.7). */
const ENCRYPTED = 'litellm_enc::';

/** Metadata with the secrets of its callbacks sealed anew; one that cannot be read is left out and told of. */
export function importedCallbacks(
  { liteLlmKey, box, report }: ImportContext,
  { kind, id }: { readonly kind: 'key' | 'team'; readonly id: string },
  metadata: Mapping,
): Mapping {
  return rewriteCallbackVariables(metadata, (text, name) => {
    const plain = text.startsWith(ENCRYPTED) ? opened(text.slice(ENCRYPTED.length), liteLlmKey) : text;
    if (plain !== undefined) return isSecretName(name) ? sealVariable(box, plain, name) : plain;
    const missing = liteLlmKey === undefined ? 'there is no key: set LITELLM_SALT_KEY' : 'the key is another';
    report.problem({ kind, id, reason: `its callback's ${name} is encrypted, and ${missing}` });
    return '';
  });
}

function opened(text: string, key: string | undefined): string | undefined {
  return key === undefined ? undefined : decryptLiteLlm(text, key);
}
