import { readFileSync } from 'node:fs';
import { Section, type Reading } from '../../reading/section.ts';
import type { GuardEvent, GuardKind } from './guardrail.ts';
import { guardKinds } from './kinds.ts';
import { addressOf, mappingOf, neededSecret } from './services.ts';

/** A callback that guards each request. */
interface CallbackGuard {
  readonly kind: GuardKind;
  readonly events: readonly GuardEvent[];
}

const BEFORE: readonly GuardEvent[] = ['pre_call'];
const BOTH: readonly GuardEvent[] = ['pre_call', 'post_call'];

/** How a callback that guards is read of `litellm_settings`; nothing for one that does not run here. */
export function callbackGuard(name: string): ((litellm: Section, reading: Reading) => CallbackGuard) | undefined {
  switch (name) {
    case 'azure_content_safety':
      return readAzure;
    case 'banned_keywords':
      return (litellm) => ({ kind: { provider: 'banned_keywords', words: readWords(litellm) }, events: BOTH });
    case 'hide_secrets':
      return () => ({ kind: { provider: 'hide-secrets' }, events: BEFORE });
    case 'lakera_prompt_injection':
      return (_litellm, reading) => ofKind('lakera_v2', 'lakera_prompt_injection', reading);
    case 'openai_moderations':
      return (_litellm, reading) => ofKind('openai_moderation', 'openai_moderations', reading);
    case 'presidio':
      return (litellm, reading) =>
        ofKind('presidio', 'presidio', reading, { output_parse_pii: litellm.values.output_parse_pii });
    default:
      return undefined;
  }
}

/** By its service's variables of the environment. */
function ofKind(kind: string, path: string, reading: Reading, values: object = {}): CallbackGuard {
  const read = guardKinds.get(kind);
  if (!read) throw new Error(`${kind} is no guardrail`);
  return { kind: read(new Section(values, path, reading), reading), events: BEFORE };
}

/** Severities from which a text is refused: 4 in each category that names none (LiteLLM 1.108.7, `azure_content_safety.py`). */
function readAzure(litellm: Section): CallbackGuard {
  const params = litellm.section('azure_content_safety_params');
  const thresholds = Object.entries(mappingOf(params, 'thresholds')).map(
    ([name, value]) => [name, Number(value)] as const,
  );
  return {
    events: BOTH,
    kind: {
      provider: 'azure/text_moderations',
      apiBase: addressOf(params, { keys: ['endpoint'], variable: 'AZURE_CONTENT_SAFETY_ENDPOINT' }),
      apiKey: neededSecret(params, 'key', 'AZURE_CONTENT_SAFETY_KEY'),
      apiVersion: '2023-10-01',
      thresholds: new Map(thresholds.filter(([, value]) => Number.isFinite(value))),
      usualThreshold: 4,
      parameters: {},
    },
  };
}

/** A list of words, or the path of a file with one a line. */
function readWords(litellm: Section): readonly string[] {
  const { banned_keywords_list: written } = litellm.values;
  if (Array.isArray(written)) return written.map(String).filter((word) => word !== '');
  if (typeof written === 'string') {
    try {
      return readFileSync(written, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    } catch {
      // Told below.
    }
  }
  litellm.findings.error(
    litellm.at('banned_keywords_list'),
    'is no list of words, and no file that can be read',
    'list the words',
  );
  return [];
}
