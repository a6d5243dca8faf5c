import type { Usage } from '@showrunner/providers';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';

const LONGEST_AGENT = 200;

/**
 * What few requests have, under LiteLLM's names within a row's `metadata`, as JSON; nothing where there is none of it.
 * What failed is told by its class and code: messages of vendors quote what they refuse.
 */
export function detailsOf(record: FinishedRecord): string | null {
  const { failure, labels, guardrails, isEstimated, usage } = record;
  const details: Record<string, unknown> = {};
  if (record.userAgent !== undefined) details.user_agent = record.userAgent.slice(0, LONGEST_AGENT);
  if (isEstimated && usage) details.usage_estimated = true;
  if (usage && hasParts(usage)) details.usage_object = usage;
  if (record.retries > 0) details.attempted_retries = record.retries;
  if (record.fallbacks > 0) details.attempted_fallbacks = record.fallbacks;
  if (failure !== undefined) details.error_information = errorOf(record);
  if (guardrails) {
    details.applied_guardrails = guardrails.map(({ name }) => name);
    details.guardrail_information = guardrails.map((note) => ({
      guardrail_name: note.name,
      guardrail_provider: note.provider,
      guardrail_mode: note.event,
      guardrail_status: note.status,
      duration: note.durationMs / 1000,
      masked_entity_count: note.masked,
    }));
  }
  const text = JSON.stringify(details);
  // It is JSON already.
  if (labels?.notes !== undefined) return withMember(text, `"spend_logs_metadata":${labels.notes}`);
  return text === '{}' ? null : text;
}

function withMember(object: string, member: string): string {
  return object === '{}' ? `{${member}}` : `${object.slice(0, -1)},${member}}`;
}

function hasParts({ prompt_tokens_details: prompt, completion_tokens_details: completion }: Usage): boolean {
  return hasCount(prompt) || hasCount(completion);
}

function hasCount(counts: object | null | undefined): boolean {
  for (const name in counts) if (counts[name as never]) return true;
  return false;
}

function errorOf({ failure, status, asked }: FinishedRecord): object {
  const { type, name } = describeFailure(failure);
  return { error_code: String(status), error_class: type ?? name, llm_provider: asked?.adapter.name ?? null };
}
