import type { AzureSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard } from '../guard.ts';
import { asVerdict, askService, GuardServiceError, type ServiceCall } from '../guard-service.ts';
import { inTurns } from '../in-turns.ts';
import { MOST_AT_ONCE, plainTexts, serviceGuard } from './service-guard.ts';

/** So many characters go into one call (Azure, "Content Safety quotas", 2026-10). */
const MOST_CHARACTERS = 10_000;

/** From this severity on a text is refused where nobody says one; LiteLLM's. */
const USUAL_SEVERITY = 2;

/** Azure Content Safety: Prompt Shield, or text moderation. */
export function azure(settings: AzureSettings, timeoutSeconds: number): Guard {
  const check = settings.provider === 'azure/prompt_shield' ? shield : moderate;
  return serviceGuard(async ({ texts }, call) => {
    const parts = texts.flatMap(({ text }) => partsOf(text));
    await inTurns(parts, MOST_AT_ONCE, (part) =>
      check(settings, part, (path, body) => ask(settings, path, { body, timeoutSeconds, signal: call.signal })),
    );
    return { texts: plainTexts(texts) };
  });
}

type Ask = (path: string, body: object) => Promise<Mapping>;

async function shield(_settings: AzureSettings, text: string, asked: Ask): Promise<void> {
  const { userPromptAnalysis: analysis } = await asked('text:shieldPrompt', { userPrompt: text, documents: [] });
  if (!isMapping(analysis) || typeof analysis.attackDetected !== 'boolean')
    throw new GuardServiceError('its answer is no verdict', false);
  if (!analysis.attackDetected) return;
  const error = 'Violated Azure Prompt Shield guardrail policy';
  throw new Blocked(error, { details: { error, detection_message: `Attack detected: ${JSON.stringify(analysis)}` } });
}

async function moderate(
  { parameters, thresholds, usualThreshold }: AzureSettings,
  text: string,
  asked: Ask,
): Promise<void> {
  const { categoriesAnalysis: analysis, blocklistsMatch: matches } = await asked('text:analyze', {
    text,
    ...parameters,
  });
  if (!Array.isArray(analysis)) throw new GuardServiceError('its answer is no verdict', false);
  if (Array.isArray(matches) && matches.length > 0)
    throw refusal('Azure Content Safety Guardrail: a blocklist has what was found');
  // Where thresholds are named by category, a category without one has none.
  const usual = usualThreshold ?? (thresholds.size === 0 ? USUAL_SEVERITY : Infinity);
  for (const { category, severity } of analysis.filter(isMapping)) {
    const threshold = thresholds.get(String(category)) ?? usual;
    if (Number(severity) < threshold) continue;
    throw refusal(
      `Azure Content Safety Guardrail: ${String(category)} crossed severity ${threshold}, Got severity: ${Number(severity)}`,
    );
  }
}

function refusal(error: string): Blocked {
  return new Blocked(error, { details: { error } });
}

async function ask(
  { apiBase, apiKey, apiVersion }: AzureSettings,
  path: string,
  question: Pick<ServiceCall, 'body' | 'timeoutSeconds' | 'signal'>,
): Promise<Mapping> {
  const url = `${apiBase}/contentsafety/${path}?api-version=${apiVersion}`;
  const headers = { 'ocp-apim-subscription-key': apiKey?.reveal() ?? '' };
  return asVerdict(await askService({ url, headers, ...question }));
}

/** A long text in parts that end between words, where there are any. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > MOST_CHARACTERS) {
    const most = from + MOST_CHARACTERS;
    const blank = text.lastIndexOf(' ', most);
    const to = blank > from ? blank + 1 : most;
    parts.push(text.slice(from, to));
    from = to;
  }
  return [...parts, text.slice(from)];
}
