import type { ToolCallIds } from '../bridge/dialect.ts';
import { asString } from '../kit/json.ts';

/** LiteLLM's word between a call's id and its signature, so that conversations that it began go on here. */
const SEPARATOR = '__thought__';

/**
 * Gemini 3 refuses a call that comes back without the signature of the thought that made it. Clients of OpenAI's wire
 * hand back nothing but a call's id, so the signature travels in it.
 */
export function signedToolCallIds(options: string): ToolCallIds {
  return {
    write(id, metadata) {
      const signature = asString(metadata?.[options]?.thoughtSignature);
      return signature === undefined ? id : `${id}${SEPARATOR}${signature}`;
    },
    read(shown) {
      const at = shown.indexOf(SEPARATOR);
      if (at === -1) return { id: shown };
      const thoughtSignature = shown.slice(at + SEPARATOR.length);
      return { id: shown.slice(0, at), providerOptions: { [options]: { thoughtSignature } } };
    },
  };
}
