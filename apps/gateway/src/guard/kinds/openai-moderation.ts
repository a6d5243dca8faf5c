import type { ModerationSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

/** OpenAI's moderations (its API reference, 2026-11): all texts in one call, each with a verdict of its own. */
export function openAiModeration({ apiBase, apiKey, model }: ModerationSettings, timeoutSeconds: number): Guard {
  return serviceGuard(async ({ texts }, { signal }) => {
    const verdict = asVerdict(
      await askService({
        url: `${apiBase}/moderations`,
        headers: { authorization: `Bearer ${apiKey?.reveal() ?? ''}` },
        body: { model, input: plainTexts(texts) },
        timeoutSeconds,
        signal,
      }),
    );
    const results = Array.isArray(verdict.results) ? verdict.results.filter(isMapping) : [];
    if (results.length === 0) throw new GuardServiceError('its answer is no verdict', false);
    const flagged = results.find((result) => result.flagged === true);
    if (flagged) throw refusal(flagged.categories, flagged.category_scores);
    return { texts: plainTexts(texts) };
  });
}

function refusal(categories: unknown, scores: unknown): Blocked {
  const violated = isMapping(categories) ? Object.keys(categories).filter((name) => categories[name] === true) : [];
  const error = 'Violated OpenAI moderation policy';
  const result = { violated_categories: violated, category_scores: isMapping(scores) ? scores : {} };
  return new Blocked(error, { details: { error, moderation_result: result } });
}
