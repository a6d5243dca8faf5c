import type { OwnCallbackReader } from '../../config/sections/callbacks/own-callbacks.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { REDACTS, type CallbackFamily } from '../../litellm/callback-variables.ts';

const TYPES = ['success', 'failure', 'success_and_failure'] as const;
const MOST_CALLBACKS = 20;
const LONGEST_VARIABLE = 8_192;
const CONTROL = /\p{Cc}/u;
/** Langfuse takes no others (LiteLLM's `LANGFUSE_ENVIRONMENT_PATTERN`, 1.108.7). */
const LANGFUSE_ENVIRONMENT = /^(?!langfuse)[a-z0-9-_]+$/;

/** `metadata.logging` as it is kept. Throws a 400 that names the first member that is not right. */
export function readCallbackList(list: unknown, reader: OwnCallbackReader): Mapping[] {
  if (!Array.isArray(list) || list.length > MOST_CALLBACKS) {
    throw badRequest(`metadata.logging must be a list of at most ${MOST_CALLBACKS} callbacks`, 'metadata.logging');
  }
  return list.map((entry, index) => readCallback(entry, `metadata.logging[${index}]`, reader));
}

/** One callback, as `/team/{id}/callback` and `metadata.logging` take it. Throws a 400. */
export function readCallback(entry: unknown, path: string, reader: OwnCallbackReader): Mapping {
  if (!isMapping(entry)) throw badRequest(`${path || 'The request body'} must be an object`, path || 'request_body');
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const { callback_name: name, callback_type: type, callback_vars: variables, ...rest } = entry;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw badRequest(`${at(unknown)} is no member of a callback`, at(unknown));
  if (typeof name !== 'string' || !reader.runs(name)) {
    const told = typeof name === 'string' ? `"${name.slice(0, 100)}" is not called by this gateway` : 'it names none';
    throw badRequest(`${at('callback_name')} must be one of ${reader.names.join(', ')}: ${told}`, at('callback_name'));
  }
  if (type !== undefined && type !== null && !TYPES.includes(type as (typeof TYPES)[number])) {
    throw badRequest(`${at('callback_type')} must be one of ${TYPES.join(', ')}`, at('callback_type'));
  }
  return {
    callback_name: name,
    callback_type: type ?? 'success_and_failure',
    callback_vars: readVariables(variables ?? {}, at('callback_vars'), reader.familyOf(name), name),
  };
}

/** `metadata.callback_settings`, LiteLLM's older form, as it is kept. Throws a 400. */
export function readCallbackSettings(settings: unknown, reader: OwnCallbackReader): Mapping {
  const path = 'metadata.callback_settings';
  if (!isMapping(settings)) throw badRequest(`${path} must be an object`, path);
  const lists = ['success_callback', 'failure_callback', 'callbacks'].flatMap((list) => {
    const names = settings[list] ?? [];
    if (!Array.isArray(names) || names.length > MOST_CALLBACKS) {
      throw badRequest(`${path}.${list} must be a list of callbacks`, `${path}.${list}`);
    }
    const wrong = names.find((name) => typeof name !== 'string' || !reader.runs(name));
    if (wrong !== undefined) {
      const told = `must name callbacks out of ${reader.names.join(', ')}`;
      throw badRequest(`${path}.${list} ${told}: "${String(wrong).slice(0, 100)}" is not called by this gateway`, path);
    }
    return [[list, names as string[]] as const];
  });
  const families = lists.flatMap(([, names]) => names).map((name) => reader.familyOf(name)?.variables ?? {});
  const family = { variables: Object.assign({}, ...families) as CallbackFamily['variables'], furtherPlaces: [] };
  return {
    ...Object.fromEntries(lists),
    callback_vars: readVariables(settings.callback_vars ?? {}, `${path}.callback_vars`, family, 'these callbacks'),
  };
}

function readVariables(
  variables: unknown,
  path: string,
  family: CallbackFamily | undefined,
  of: string,
): Record<string, string> {
  if (!isMapping(variables)) throw badRequest(`${path} must be an object of texts`, path);
  const known = [...Object.keys(family?.variables ?? {}), REDACTS];
  return Object.fromEntries(
    Object.entries(variables)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        const at = `${path}.${name.slice(0, 100)}`;
        if (!known.includes(name)) throw badRequest(`${at} says nothing to ${of}: it takes ${known.join(', ')}`, at);
        const problem = problemOf(name, value);
        if (problem !== undefined) throw badRequest(`${at} ${problem}`, at);
        return [name, String(value)];
      }),
  );
}

function problemOf(name: string, value: unknown): string | undefined {
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  if (text === undefined || text === '' || text.length > LONGEST_VARIABLE || CONTROL.test(text)) {
    return `must be one text of at most ${LONGEST_VARIABLE} characters without control characters`;
  }
  // Whoever may write here is not whoever may read the gateway's environment.
  if (text.startsWith('os.environ/')) return 'must be written out: variables of the environment are not read here';
  if (name === REDACTS && !/^(true|false)$/i.test(text)) return 'must be true or false';
  if (name === 'langsmith_sampling_rate' && !(Number(text) >= 0 && Number(text) <= 1)) {
    return 'must be a number from 0 to 1';
  }
  if (name === 'langfuse_environment' && !LANGFUSE_ENVIRONMENT.test(text)) {
    return 'must be lower-case letters, digits, - and _, and not begin with langfuse';
  }
  return undefined;
}
