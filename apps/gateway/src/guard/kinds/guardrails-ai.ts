import type { GuardrailsAiSettings } from '../../config/sections/guardrails/guardrail.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedText } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { inTurns } from '../in-turns.ts';
import { MOST_AT_ONCE, serviceGuard } from './service-guard.ts';

/** A server of Guardrails AI (its API reference, `/guards/{name}/validate`, 2026-10): a text a call. */
export function guardrailsAi({ apiBase, guard }: GuardrailsAiSettings, timeoutSeconds: number): Guard {
  const url = `${apiBase}/guards/${encodeURIComponent(guard)}/validate`;
  return serviceGuard(async ({ texts }, { signal, parameters }) => {
    const looked = await inTurns(texts, MOST_AT_ONCE, async ({ text }: GuardedText) => {
      const body = { llmOutput: text, ...parameters };
      const verdict = asVerdict(
        await askService({ url, body, timeoutSeconds, signal, takes: (status) => status === 400 }),
      );
      const { validationPassed: passed, validatedOutput: output } = verdict;
      if (passed === false) throw refusal();
      if (passed !== true) throw new GuardServiceError('its answer is no verdict', false);
      return typeof output === 'string' && output !== '' ? output : text;
    });
    return { texts: looked };
  });
}

function refusal(): Blocked {
  const error = 'Violated guardrail policy';
  return new Blocked(error, { details: { error, guardrails_ai_response: { validationPassed: false } } });
}
