import type { ChatSettings } from '../../config/sections/general-settings/general-settings.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import { isMapping } from '../../json/mapping.ts';

/** What makes of a chat request the one that the configuration wants; nothing where it wants each as it came. */
export function chatAmendment({ model, alwaysShowsUsage }: ChatSettings) {
  if (model === undefined && !alwaysShowsUsage) return undefined;
  return (request: ModelRequest): ModelRequest => ({
    ...request,
    ...(model !== undefined && { model }),
    ...(alwaysShowsUsage && request.stream === true && { stream_options: withUsage(request.stream_options) }),
  });
}

function withUsage(options: unknown): object {
  return { ...(isMapping(options) && options), include_usage: true };
}
