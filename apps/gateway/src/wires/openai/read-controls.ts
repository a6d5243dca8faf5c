import {
  accessMembers,
  isAccessMember,
  type AccessMember,
  type SaidAccess,
} from '../../exchange/asked/callers-access.ts';
import { readCacheControls } from '../../exchange/asked/cache-controls.ts';
import type { RequestControls, WantedGuardrail } from '../../exchange/asked/request-controls.ts';
import { isFallbackTarget, type FallbackTable, type FallbackTarget } from '../../exchange/fallbacks.ts';
import { readMockControls } from '../../exchange/asked/mock-controls.ts';
import type { ParameterControls } from '../../exchange/asked/parameter-controls.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { mappingIn, isMapping } from '../../json/mapping.ts';
import type { MemberRules } from './member-rules.ts';

export const NO_CONTROLS: RequestControls = {
  cache: undefined,
  fallbacks: undefined,
  contextWindowFallbacks: undefined,
  contentPolicyFallbacks: undefined,
  maxFallbacks: undefined,
  fallbacksDisabled: false,
  wantsFallbackErrors: false,
  tags: undefined,
  sessionId: undefined,
  notes: undefined,
  retries: undefined,
  timeoutSeconds: undefined,
  streamTimeoutSeconds: undefined,
  region: undefined,
  guardrails: undefined,
  mocks: undefined,
  parameters: undefined,
  isUnlogged: false,
  access: undefined,
};

/** What a request asks of the gateway itself. Throws a 400 that names the member. */
export function readControls(body: Record<string, unknown>, rules: MemberRules): RequestControls {
  return {
    cache: readCacheControls(body.cache),
    fallbacks: readFallbacks(body.fallbacks, rules),
    contextWindowFallbacks: readTable(body, 'context_window_fallbacks', rules),
    contentPolicyFallbacks: readTable(body, 'content_policy_fallbacks', rules),
    maxFallbacks: readNumber(body, 'max_fallbacks'),
    fallbacksDisabled: body.disable_fallbacks === true,
    wantsFallbackErrors: body.include_fallback_errors === true,
    tags: readTexts(body.tags),
    sessionId: body.litellm_session_id ?? body.litellm_trace_id,
    notes: mappingIn(body.litellm_metadata),
    retries: readNumber(body, 'num_retries') ?? readNumber(body, 'max_retries'),
    timeoutSeconds: readNumber(body, 'timeout') ?? readNumber(body, 'request_timeout'),
    streamTimeoutSeconds: readNumber(body, 'stream_timeout'),
    region: readRegion(body.allowed_model_region),
    guardrails: readGuardrails(body),
    mocks: readMockControls(body),
    parameters: readParameters(body),
    isUnlogged: body['no-log'] === true,
    access: readAccess(body),
  };
}

function readAccess(body: Record<string, unknown>): SaidAccess | undefined {
  const said = Object.keys(accessMembers)
    .filter(isAccessMember)
    .filter((name) => (body[name] ?? null) !== null);
  const [member] = said;
  if (member === undefined) return undefined;
  return { member, settings: Object.fromEntries(said.map((name) => [accessMembers[name], accessText(body, name)])) };
}

function accessText(body: Record<string, unknown>, member: AccessMember): string {
  const value = body[member];
  if (typeof value !== 'string' || value === '') throw badRequest(`${member} must be text`, member);
  if (accessMembers[member] === 'apiBase' && !isWebAddress(value))
    throw badRequest(`${member} is no http or https address`, member);
  return value;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function readParameters(body: Record<string, unknown>): ParameterControls | undefined {
  const { drop_params: drops, additional_drop_params: dropped, allowed_openai_params: insistsOn } = body;
  if (drops === undefined && dropped === undefined && insistsOn === undefined) return undefined;
  return { dropsUnsupported: drops === true, dropped: readTexts(dropped) ?? [], insistsOn: readTexts(insistsOn) ?? [] };
}

/** A list of texts; LiteLLM passes anything else over. */
function readTexts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : undefined;
}

/** A list of groups, or tables as a configuration has them: `[{"group": ["other"]}]`. */
function readFallbacks(value: unknown, rules: MemberRules): RequestControls['fallbacks'] {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw badRequest('fallbacks must be a list of model names', 'fallbacks');
  if (value.length > 0 && value.every(isTableEntry)) return tableOf(value, 'fallbacks', rules);
  return readTargets(value, 'fallbacks', rules);
}

function readTable(body: Record<string, unknown>, member: string, rules: MemberRules): FallbackTable | undefined {
  const value = body[member];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every(isTableEntry)) return tableOf(value, member, rules);
  throw badRequest(`${member} must be a list such as [{"group": ["other"]}]`, member);
}

type TableEntry = Record<string, readonly unknown[]>;

function isTableEntry(entry: unknown): entry is TableEntry {
  return isMapping(entry) && Object.values(entry).every((others) => Array.isArray(others));
}

function tableOf(entries: readonly TableEntry[], member: string, rules: MemberRules): FallbackTable {
  const pairs = entries.flatMap((entry) => Object.entries(entry));
  return new Map(pairs.map(([group, others]) => [group, readTargets(others, `${member}.${group}`, rules)]));
}

function readTargets(entries: readonly unknown[], member: string, rules: MemberRules): FallbackTarget[] {
  return entries.map((entry, index) => {
    const at = `${member}[${index}]`;
    if (!isFallbackTarget(entry)) throw badRequest(`${at} must be a model name, or an object with a model`, at);
    return typeof entry === 'string' ? entry : withoutOwnMembers(entry, at, rules);
  });
}

/** What a target changes is the request, as a vendor gets it. */
function withoutOwnMembers(
  target: Exclude<FallbackTarget, string>,
  at: string,
  rules: MemberRules,
): Exclude<FallbackTarget, string> {
  const kept = Object.entries(target).filter(([member]) => {
    const kind = rules.of(member)?.kind;
    if (kind === 'refused' || kind === 'access')
      throw badRequest(`${member} cannot be set by a request`, `${at}.${member}`);
    return kind !== 'own';
  });
  return { ...Object.fromEntries(kept), model: target.model };
}

/** `guardrails`, of the request itself or noted in its metadata: names, or `{name: {extra_body: {…}}}`. */
function readGuardrails({
  guardrails,
  metadata,
  litellm_metadata: noted,
}: Record<string, unknown>): RequestControls['guardrails'] {
  const lists = [guardrails, ...[metadata, noted].map((notes) => (isMapping(notes) ? notes.guardrails : undefined))];
  const wanted = lists.flatMap((list) => [list ?? []].flat()).flatMap(wantedBy);
  return wanted.length === 0 ? undefined : wanted;
}

function wantedBy(entry: unknown): WantedGuardrail[] {
  if (typeof entry === 'string') return [{ name: entry, parameters: {} }];
  if (!isMapping(entry)) throw badRequest('guardrails must be a list of names', 'guardrails');
  return Object.entries(entry).map(([name, said]) => {
    const { extra_body: body } = isMapping(said) ? said : {};
    return { name, parameters: isMapping(body) ? body : {} };
  });
}

function readRegion(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw badRequest('allowed_model_region must be text', 'allowed_model_region');
}

function readNumber(body: Record<string, unknown>, member: string): number | undefined {
  const value = body[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw badRequest(`${member} must be a number of at least 0`, member);
}
