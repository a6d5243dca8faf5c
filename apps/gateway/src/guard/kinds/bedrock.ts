import { signAwsRequest } from '@showrunner/providers';
import type { BedrockSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedContent } from '../guard.ts';
import { asVerdict, askService, GuardServiceError, type SentCall } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

/** Amazon Bedrock's `ApplyGuardrail` (AWS, API reference, 2026-10), by a key of Bedrock's own, or signed. */
export function bedrock(settings: BedrockSettings, timeoutSeconds: number): Guard {
  const { endpoint, identifier, version, apiKey } = settings;
  const path = `/guardrail/${encodeURIComponent(identifier)}/version/${encodeURIComponent(version)}/apply`;
  return serviceGuard(async (content, { signal }) => {
    const verdict = asVerdict(
      await askService({
        url: endpoint + path,
        headers: apiKey ? { authorization: `Bearer ${apiKey.reveal()}` } : {},
        body: {
          source: content.side === 'request' ? 'INPUT' : 'OUTPUT',
          content: content.texts.map(({ text }) => ({ text: { text } })),
        },
        timeoutSeconds,
        signal,
        authorise: (sent) => (apiKey ? Promise.resolve(sent) : sign(settings, sent)),
      }),
    );
    if (verdict.action === 'NONE') return { texts: plainTexts(content.texts) };
    if (verdict.action !== 'GUARDRAIL_INTERVENED') throw new GuardServiceError('its answer is no verdict', false);
    const outputs = outputsOf(verdict);
    if (isBlocked(verdict) || outputs.length !== content.texts.length) throw refusal(settings, outputs, verdict);
    return { texts: outputs, masked: maskedIn(verdict) };
  });
}

function sign(
  { accessKeyId, secretAccessKey, sessionToken, region }: BedrockSettings,
  sent: SentCall,
): Promise<SentCall> {
  if (!accessKeyId || !secretAccessKey) throw new GuardServiceError('it has no key to sign with', false);
  const identity = {
    accessKeyId: accessKeyId.reveal(),
    secretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken && { sessionToken: sessionToken.reveal() }),
  };
  return signAwsRequest(sent, identity, { service: 'bedrock', region });
}

function outputsOf({ outputs, output }: Mapping): readonly string[] {
  const list = Array.isArray(outputs) ? outputs : Array.isArray(output) ? output : [];
  return list.filter(isMapping).map(({ text }) => (typeof text === 'string' ? text : ''));
}

/** Whether any policy refused, and did not only mask: each finding says what became of it. */
function isBlocked({ assessments }: Mapping): boolean {
  return findingsIn(assessments).some(({ action }) => action === 'BLOCKED');
}

function maskedIn({ assessments }: Mapping): Record<string, number> {
  const kinds = findingsIn(assessments).filter(({ action }) => action === 'ANONYMIZED');
  const masked: Record<string, number> = {};
  for (const { type, name } of kinds) {
    const kind = [type, name].find((one) => typeof one === 'string') ?? 'regex';
    masked[kind] = (masked[kind] ?? 0) + 1;
  }
  return masked;
}

/** Findings are the objects with an `action`, whichever policy they stand under. */
function findingsIn(value: unknown): readonly Mapping[] {
  if (Array.isArray(value)) return value.flatMap(findingsIn);
  if (!isMapping(value)) return [];
  return [...('action' in value ? [value] : []), ...Object.values(value).flatMap(findingsIn)];
}

function refusal(
  { identifier, version, answersInstead }: BedrockSettings,
  outputs: GuardedContent['images'],
  { assessments }: Mapping,
): Blocked {
  const said = outputs.join('');
  const error = 'Violated guardrail policy';
  const findings = findingsIn(assessments)
    .filter(({ action }) => action === 'BLOCKED')
    .map(({ match: _match, regex: _regex, ...finding }) => finding);
  return new Blocked(error, {
    details: {
      error,
      bedrock_guardrail_response: said,
      guardrailIdentifier: identifier,
      guardrailVersion: version,
      assessments: findings,
    },
    instead: answersInstead ? said : undefined,
  });
}
