import type { GuardrailSettings } from '../../config/sections/guardrails/guardrail.ts';
import type { Guard } from '../guard.ts';
import { aim } from './aim.ts';
import { aporia } from './aporia.ts';
import { azure } from './azure.ts';
import { bedrock } from './bedrock.ts';
import { bannedKeywords, contentFilter } from './content-filter.ts';
import { genericApi } from './generic-api.ts';
import { guardrailsAi } from './guardrails-ai.ts';
import { hideSecrets } from './hide-secrets.ts';
import { ibm } from './ibm.ts';
import { lakera } from './lakera.ts';
import { openAiModeration } from './openai-moderation.ts';
import { presidio } from './presidio.ts';

/** Who looks for a guardrail of the configuration. */
export function createGuard({ kind, name, timeoutSeconds }: GuardrailSettings): Guard {
  switch (kind.provider) {
    case 'aim':
      return aim(kind, timeoutSeconds);
    case 'aporia':
      return aporia(kind, timeoutSeconds);
    case 'azure/prompt_shield':
    case 'azure/text_moderations':
      return azure(kind, timeoutSeconds);
    case 'banned_keywords':
      return bannedKeywords(kind);
    case 'bedrock':
      return bedrock(kind, timeoutSeconds);
    case 'generic_guardrail_api':
      return genericApi(kind, timeoutSeconds);
    case 'guardrails_ai':
      return guardrailsAi(kind, timeoutSeconds);
    case 'hide-secrets':
      return hideSecrets();
    case 'ibm_guardrails':
      return ibm(kind, timeoutSeconds);
    case 'lakera_v2':
      return lakera(kind, timeoutSeconds);
    case 'litellm_content_filter':
      return contentFilter(kind);
    case 'openai_moderation':
      return openAiModeration(kind, timeoutSeconds);
    case 'presidio':
      return presidio(kind, name, timeoutSeconds);
  }
}
