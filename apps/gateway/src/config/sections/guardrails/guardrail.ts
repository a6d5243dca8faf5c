import type { Secret } from '@showrunner/service';
import type { Mapping } from '../../../json/mapping.ts';

/** When a guardrail looks (LiteLLM 1.108.7, `types/guardrails.py`, `GuardrailEventHooks`), as far as it is served here. */
export const GUARD_EVENTS = ['pre_call', 'during_call', 'post_call', 'logging_only'] as const;

export type GuardEvent = (typeof GUARD_EVENTS)[number];

/** When it looks: of a request with one of these tags as the tag says, of all others at `usual`. */
export interface GuardMode {
  readonly usual: readonly GuardEvent[];
  readonly byTag: ReadonlyMap<string, readonly GuardEvent[]>;
}

/** What is done with what was found. */
export type GuardAction = 'BLOCK' | 'MASK';

/** An entry of `guardrails` that runs here. */
export interface GuardrailSettings {
  readonly name: string;
  readonly mode: GuardMode;
  /** Each request meets it, whether it asks for it or not. */
  readonly isAlwaysOn: boolean;
  /** How long one of its calls may take, in seconds. */
  readonly timeoutSeconds: number;
  /** Whether requests go on unguarded while its service cannot be reached. */
  readonly opensWhenDown: boolean;
  /** An answer is looked at once, when it is whole, and held back until then. */
  readonly waitsForWhole: boolean;
  readonly kind: GuardKind;
  /** `guardrail_info`: what its operator tells callers of it. */
  readonly info: Mapping;
}

/** A guardrail by what looks, as `litellm_params.guardrail` names it. */
export type GuardKind =
  | AimSettings
  | AporiaSettings
  | AzureSettings
  | BannedKeywordsSettings
  | BedrockSettings
  | ContentFilterSettings
  | GenericSettings
  | GuardrailsAiSettings
  | HideSecretsSettings
  | IbmSettings
  | LakeraSettings
  | ModerationSettings
  | PresidioSettings;

interface Service {
  /** Without a slash at its end. */
  readonly apiBase: string;
  readonly apiKey: Secret | undefined;
}

export interface AimSettings extends Service {
  readonly provider: 'aim';
}

export interface AporiaSettings extends Service {
  readonly provider: 'aporia';
}

export interface AzureSettings extends Service {
  readonly provider: 'azure/prompt_shield' | 'azure/text_moderations';
  readonly apiVersion: string;
  /** Of text moderation: the severity from which a text is refused, by category, and of all others. */
  readonly thresholds: ReadonlyMap<string, number>;
  readonly usualThreshold: number | undefined;
  /** Members of each of its requests. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface BannedKeywordsSettings {
  readonly provider: 'banned_keywords';
  readonly words: readonly string[];
}

export interface BedrockSettings {
  readonly provider: 'bedrock';
  readonly endpoint: string;
  readonly region: string;
  readonly identifier: string;
  readonly version: string;
  /** A key of Bedrock's own. */
  readonly apiKey: Secret | undefined;
  /** Who signs, where there is no such key. */
  readonly accessKeyId: Secret | undefined;
  readonly secretAccessKey: Secret | undefined;
  readonly sessionToken: Secret | undefined;
  /** A refused request is answered with the guardrail's own words, as if a model had said them. */
  readonly answersInstead: boolean;
}

/** A pattern by which texts are found. */
export interface FilterPattern {
  readonly name: string;
  readonly pattern: RegExp;
  /** What has to stand beside it; nothing where it is looked for wherever it stands. */
  readonly near?: { readonly keyword: RegExp; readonly takesWordsForDigits: boolean } | undefined;
  readonly action: GuardAction;
}

export interface BlockedWord {
  readonly keyword: string;
  readonly action: GuardAction;
  readonly description: string | undefined;
}

/** Words that stand for something which is not to be talked of; in lower case. */
export interface ContentCategory {
  readonly name: string;
  readonly action: GuardAction;
  readonly keywords: readonly { readonly keyword: string; readonly severity: string }[];
  /** Those that are looked for before all others. */
  readonly alwaysKeywords: ContentCategory['keywords'];
  /** A text that holds one of them is looked at for none of this. */
  readonly exceptions: readonly string[];
  /** One of them and one of `blockWords` in one sentence are found together. */
  readonly identifiers: readonly string[];
  readonly blockWords: readonly string[];
  readonly phrases: readonly RegExp[];
}

export interface ContentFilterSettings {
  readonly provider: 'litellm_content_filter';
  readonly patterns: readonly FilterPattern[];
  readonly blockedWords: readonly BlockedWord[];
  readonly categories: readonly ContentCategory[];
  /** What stands for what a pattern found; `{pattern_name}` is its name. */
  readonly patternMask: string;
  readonly keywordMask: string;
}

export interface GenericSettings extends Service {
  readonly provider: 'generic_guardrail_api';
  readonly headers: Readonly<Record<string, string>>;
  /** Headers of the request of which it sees the value, in lower case. */
  readonly seenHeaders: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface GuardrailsAiSettings extends Service {
  readonly provider: 'guardrails_ai';
  readonly guard: string;
}

export interface HideSecretsSettings {
  readonly provider: 'hide-secrets';
}

export interface IbmSettings extends Service {
  readonly provider: 'ibm_guardrails';
  readonly detector: string;
  readonly isDetectorServer: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly scoreThreshold: number;
  readonly blocks: boolean;
}

export interface LakeraSettings extends Service {
  readonly provider: 'lakera_v2';
  readonly project: string | undefined;
  readonly onFlagged: 'block' | 'monitor';
}

export interface ModerationSettings extends Service {
  readonly provider: 'openai_moderation';
  readonly model: string;
}

export interface PresidioSettings {
  readonly provider: 'presidio';
  readonly analyzer: string;
  readonly anonymizer: string;
  readonly language: string;
  /** What is done with what kind of entity; where none is named, all kinds are masked. */
  readonly entities: ReadonlyMap<string, GuardAction>;
  /** How sure it has to be, by kind of entity; `ALL` stands for the others. */
  readonly scoreThresholds: ReadonlyMap<string, number>;
  readonly ignored: ReadonlySet<string>;
  readonly recognizers: unknown;
  /** The caller gets back what was masked of the request. */
  readonly restores: boolean;
  /** Answers are masked as well. */
  readonly masksAnswers: boolean;
}
