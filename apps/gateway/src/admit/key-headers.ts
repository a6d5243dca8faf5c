import type { KeyHeaders } from '@showrunner/access';

const AUTHORIZATION = 'authorization';
/** Where keys are looked for when there is no `Authorization`, in LiteLLM's order (observed in 1.90.0). */
const OTHERS = ['x-litellm-api-key', 'x-api-key', 'api-key', 'x-goog-api-key', 'ocp-apim-subscription-key'];

/**
 * Where keys are taken from. A wrong `Authorization` is not rescued by a right key in another header, and a foreign key
 * beside a right one does no harm. Two are refused, because proxies and servers differ on which one counts.
 *
 * @param own `litellm_key_header_name`, in lower case, which counts before `Authorization`; no other header does then
 */
export function keyHeaders(own: string | undefined): KeyHeaders {
  const headers: KeyHeaders['headers'] =
    own === undefined
      ? [{ name: AUTHORIZATION, bearer: 'required' }, ...OTHERS.map((name) => ({ name, bearer: 'optional' }) as const)]
      : [
          { name: own, bearer: 'required' },
          { name: AUTHORIZATION, bearer: 'required' },
        ];
  return { headers, several: 'first', once: [AUTHORIZATION] };
}
