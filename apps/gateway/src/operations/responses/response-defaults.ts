import type { ResponsesRequest } from '@showrunner/providers';
import { words } from '../../config/reading/known-keys.ts';
import { fillIn } from '../fill-in.ts';

/** What a deployment may say in its caller's place; its other members are those of another kind of call. */
const DEFAULTS = words(`
  temperature top_p top_logprobs max_output_tokens parallel_tool_calls reasoning text user service_tier store truncation
  include instructions tools tool_choice
`);

/** A request with the deployment's own members where the caller left them out; those of a chat in their other form. */
export function withResponseDefaults(
  request: ResponsesRequest,
  defaults: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>>,
): ResponsesRequest {
  const { max_tokens, max_completion_tokens, reasoning_effort: effort } = defaults;
  const longest = max_completion_tokens ?? max_tokens;
  return fillIn(request, {
    ...extra,
    ...(longest !== undefined && { max_output_tokens: longest }),
    ...(typeof effort === 'string' && { reasoning: { effort } }),
    ...Object.fromEntries(DEFAULTS.flatMap((name) => (name in defaults ? [[name, defaults[name]]] : []))),
  });
}
