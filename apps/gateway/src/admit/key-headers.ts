import type { KeyHeaders } from '@showrunner/access';

const AUTHORIZATION = 'authorization';
/** LiteLLM's own, which nobody but it reads: who writes it has another key for a vendor in `Authorization`. */
const OURS = 'x-litellm-api-key';
/** Where keys are looked for when there is no `Authorization` (LiteLLM's `get_api_key`, 1.108.7). */
const OTHERS = ['api-key', 'x-api-key', 'x-goog-api-key', 'ocp-apim-subscription-key'];

/**
 * Where keys are taken from. A wrong key in the first header that is there is not rescued by a right one in another, and
 * a foreign key beside a right one does no harm. Two of `Authorization` are refused, because proxies and servers differ
 * on which one counts.
 *
 * @param own `litellm_key_header_name`, in lower case, which counts before `Authorization`; no other header does then
 */
export function keyHeaders(own: string | undefined): KeyHeaders {
  const headers: KeyHeaders['headers'] =
    own === undefined
      ? [
          { name: OURS, bearer: 'optional' },
          { name: AUTHORIZATION, bearer: 'required' },
          ...OTHERS.map((name) => ({ name, bearer: 'optional' }) as const),
        ]
      : [
          { name: own, bearer: 'required' },
          { name: AUTHORIZATION, bearer: 'required' },
        ];
  return { headers, several: 'first', once: [AUTHORIZATION] };
}
