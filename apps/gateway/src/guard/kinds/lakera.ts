import type { LakeraSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedText } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

/** Lakera Guard, version 2 (its API reference, 2026-10): personal data alone is masked, all else is refused. */
export function lakera({ apiBase, apiKey, project, onFlagged }: LakeraSettings, timeoutSeconds: number): Guard {
  return serviceGuard(async ({ texts }, { signal, parameters }) => {
    const verdict = asVerdict(
      await askService({
        url: `${apiBase}/v2/guard`,
        headers: { authorization: `Bearer ${apiKey?.reveal() ?? ''}` },
        body: {
          messages: texts.map(({ text, role }) => ({ role, content: text })),
          ...(project !== undefined && { project_id: project }),
          payload: true,
          breakdown: true,
          dev_info: true,
          ...parameters,
        },
        timeoutSeconds,
        signal,
      }),
    );
    if (typeof verdict.flagged !== 'boolean') throw new GuardServiceError('its answer is no verdict', false);
    if (!verdict.flagged) return { texts: plainTexts(texts) };
    if (isPersonalDataAlone(verdict)) return maskedBy(verdict, texts);
    if (onFlagged === 'monitor') return { texts: plainTexts(texts), isFlagged: true };
    throw refusal(verdict);
  });
}

function detected({ breakdown }: Mapping): readonly string[] {
  const list = Array.isArray(breakdown) ? breakdown.filter(isMapping) : [];
  return list.filter((one) => one.detected === true).map(({ detector_type: type }) => String(type));
}

function isPersonalDataAlone(verdict: Mapping): boolean {
  const types = detected(verdict);
  const { payload } = verdict;
  return (
    types.length > 0 && types.every((type) => type.startsWith('pii/')) && Array.isArray(payload) && payload.length > 0
  );
}

/** From the last place on, so that offsets of those before stay right. */
function maskedBy(
  { payload }: Mapping,
  texts: readonly GuardedText[],
): { texts: string[]; masked: Record<string, number> } {
  const places = (Array.isArray(payload) ? payload.filter(isMapping) : []).toSorted(
    (one, other) => Number(other.start) - Number(one.start),
  );
  const masked: Record<string, number> = {};
  const left = texts.map(({ text }) => text);
  for (const { message_id: message, start, end, detector_type: type } of places) {
    const letters = Array.from(left[Number(message)] ?? '');
    const name = String(type).split('/').at(-1)?.toUpperCase() ?? 'PII';
    left[Number(message)] = [
      ...letters.slice(0, Number(start)),
      `[MASKED ${name}]`,
      ...letters.slice(Number(end)),
    ].join('');
    masked[name] = (masked[name] ?? 0) + 1;
  }
  return { texts: left, masked };
}

/** What was found is named by its kind; the places, which quote it, stay here. */
function refusal({ payload: _places, ...verdict }: Mapping): Blocked {
  const error = 'Violated Lakera guardrail policy';
  return new Blocked(error, { details: { error, lakera_guardrail_response: verdict } });
}
