import type { IbmSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedText } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { inTurns } from '../in-turns.ts';
import { MOST_AT_ONCE, plainTexts, serviceGuard } from './service-guard.ts';

/** IBM's FMS guardrails (its API references of detectors and of the orchestrator, 2026-10). */
export function ibm(settings: IbmSettings, timeoutSeconds: number): Guard {
  const { apiBase, apiKey, detector, isDetectorServer, parameters, scoreThreshold, blocks } = settings;
  const authorization = `Bearer ${apiKey?.reveal() ?? ''}`;
  return serviceGuard(async ({ texts }, { signal }) => {
    const ask = (path: string, headers: Record<string, string>, body: object): Promise<unknown> =>
      askService({ url: apiBase + path, headers: { authorization, ...headers }, body, timeoutSeconds, signal });
    const byText = isDetectorServer
      ? await ask(
          '/api/v1/text/contents',
          { 'detector-id': detector },
          { contents: plainTexts(texts), detector_params: parameters },
        )
      : await inTurns(texts, MOST_AT_ONCE, async ({ text }: GuardedText) => {
          const body = { content: text, detectors: { [detector]: parameters } };
          return asVerdict(await ask('/api/v2/text/detection/content', {}, body)).detections;
        });
    const found = detectionsIn(byText, texts.length).filter(({ score }) => Number(score ?? 0) >= scoreThreshold);
    if (found.length > 0 && blocks) throw refusal(found);
    return { texts: plainTexts(texts), isFlagged: found.length > 0 };
  });
}

function detectionsIn(byText: unknown, count: number): readonly Mapping[] {
  if (Array.isArray(byText) && byText.length === count && byText.every((list) => Array.isArray(list))) {
    return byText.flat().filter(isMapping);
  }
  throw new GuardServiceError('its answer is no verdict', false);
}

/** Kinds and scores; LiteLLM's message quotes the text as well, which belongs in no log. */
function refusal(found: readonly Mapping[]): Blocked {
  const kinds = found.map(
    ({ detection_type: type, score }) => `- ${String(type).toUpperCase()} (score: ${Number(score ?? 0).toFixed(3)})`,
  );
  return new Blocked(`IBM Guardrail Detector failed: ${found.length} violation(s) detected\n\n${kinds.join('\n')}`);
}
