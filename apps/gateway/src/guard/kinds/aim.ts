import type { AimSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedText } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

const ROLES = new Set(['system', 'user', 'assistant']);

/** Aim Security's `/fw/v1/analyze` (its API reference, 2026-10). */
export function aim({ apiBase, apiKey }: AimSettings, timeoutSeconds: number): Guard {
  return serviceGuard(async ({ texts, side }, { signal, record }) => {
    const verdict = asVerdict(
      await askService({
        url: `${apiBase}/fw/v1/analyze`,
        headers: {
          authorization: `Bearer ${apiKey?.reveal() ?? ''}`,
          'x-aim-litellm-hook': side === 'request' ? 'pre_call' : 'output',
          'x-aim-call-id': record.callId,
        },
        body: { messages: texts.map(({ text, role }) => ({ role: ROLES.has(role) ? role : 'user', content: text })) },
        timeoutSeconds,
        signal,
      }),
    );
    const { required_action: required } = verdict;
    const action = isMapping(required) ? required.action_type : undefined;
    if (action === 'block_action')
      throw new Blocked(String(isMapping(required) ? required.detection_message : 'Blocked'));
    if (action === 'anonymize_action') return { texts: redacted(verdict, texts) };
    return { texts: plainTexts(texts), isFlagged: action === 'monitor_action' };
  });
}

function redacted({ redacted_chat: chat }: Mapping, texts: readonly GuardedText[]): readonly string[] {
  const messages = isMapping(chat) && Array.isArray(chat.all_redacted_messages) ? chat.all_redacted_messages : [];
  const contents = messages.filter(isMapping).map(({ content }) => content);
  if (contents.length === texts.length && contents.every((content) => typeof content === 'string')) return contents;
  throw new GuardServiceError('its answer has other texts than it was asked about', false);
}
