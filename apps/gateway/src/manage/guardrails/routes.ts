import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import type { GuardMode, GuardrailSettings } from '../../config/sections/guardrails/guardrail.ts';
import type { Mapping } from '../../json/mapping.ts';

const reads = {
  method: 'get',
  tag: 'Guardrails',
  scope: 'guardrails:read',
  answer: {
    kind: 'json',
    name: 'Guardrails',
    schema: z.object({ guardrails: z.array(z.looseObject({ guardrail_name: z.string() })) }),
  },
  errors: [],
} as const;

/** Which guardrails a request may ask for by name, in LiteLLM's shapes (`guardrail_endpoints.py`, 1.108.7). */
export const guardrailRoutes = {
  listGuardrails: { ...reads, path: '/guardrails/list', summary: 'List the guardrails that run here' },
  listPlacedGuardrails: {
    ...reads,
    path: '/v2/guardrails/list',
    summary: 'List the guardrails that run here, with where each is written',
  },
} as const satisfies RouteTable;

export function guardrailHandlers(
  configured: () => readonly GuardrailSettings[],
): Handlers<typeof guardrailRoutes, Caller> {
  return {
    listGuardrails: () => ({ guardrails: configured().map(shownGuardrail) }),
    listPlacedGuardrails: () => ({
      guardrails: configured().map((one) => ({ ...shownGuardrail(one), guardrail_definition_location: 'config' })),
    }),
  };
}

/** What callers may know: how it is named, who looks and when. Addresses, keys and what is looked for are the operator's. */
function shownGuardrail({ name, kind, mode, isAlwaysOn, info }: GuardrailSettings) {
  return {
    guardrail_id: null,
    guardrail_name: name,
    litellm_params: { guardrail: kind.provider, mode: shownMode(mode), default_on: isAlwaysOn },
    guardrail_info: info,
  };
}

/** As it is written in the file. */
function shownMode({ usual, byTag }: GuardMode): string | readonly string[] | Mapping {
  const shown = (events: GuardMode['usual']) => (events.length === 1 && events[0] !== undefined ? events[0] : events);
  if (byTag.size === 0) return shown(usual);
  return { tags: Object.fromEntries([...byTag].map(([tag, events]) => [tag, shown(events)])), default: shown(usual) };
}
