import type { AporiaSettings } from '../../config/sections/guardrails/guardrail.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedContent } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

const ROLES = new Set(['system', 'user', 'assistant']);

/** Aporia's `/validate` (its API reference, 2026-10). */
export function aporia({ apiBase, apiKey }: AporiaSettings, timeoutSeconds: number): Guard {
  return serviceGuard(async (content, { signal, parameters }) => {
    const verdict = asVerdict(
      await askService({
        url: `${apiBase}/validate`,
        headers: { 'x-aporia-api-key': apiKey?.reveal() ?? '' },
        body: { ...questionOf(content), ...parameters },
        timeoutSeconds,
        signal,
      }),
    );
    const { action, revised_response: revised } = verdict;
    if (action === 'block') {
      const error = 'Violated guardrail policy';
      throw new Blocked(error, { details: { error, aporia_ai_response: { action } } });
    }
    const [only] = content.texts;
    if (
      typeof revised === 'string' &&
      (action === 'modify' || action === 'rephrase') &&
      content.texts.length === 1 &&
      only
    ) {
      return { texts: [revised] };
    }
    // Another text for many is no answer to where it belongs: not to be passed on unchanged.
    if (action === 'modify' || action === 'rephrase')
      throw new GuardServiceError(`it wants to ${action} several texts`, false);
    if (action !== 'passthrough') throw new GuardServiceError('its answer is no verdict', false);
    return { texts: plainTexts(content.texts) };
  });
}

function questionOf({ side, texts }: GuardedContent): object {
  if (side === 'response') return { response: plainTexts(texts).join('\n'), validation_target: 'response' };
  const messages = texts.map(({ text, role }) => ({ role: ROLES.has(role) ? role : 'other', content: text }));
  return { messages, validation_target: 'prompt' };
}
