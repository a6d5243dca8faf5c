import type { CaseFile, CaseRequest, Script, WrittenCase } from './case-file.ts';

/** A case in which every placeholder is filled in, so that it can be played beside all others of its file. */
export interface PreparedCase {
  /** What its models and the path of its upstream are called. */
  readonly id: string;
  readonly title: string;
  /** What is made ready; its answers count where they are errors. */
  readonly before: readonly CaseRequest[];
  readonly requests: readonly CaseRequest[];
  readonly upstream: Script;
}

export interface PreparedFile {
  /** The configuration as a gateway reads it; JSON is YAML. */
  readonly configuration: Mapping;
  readonly environment: Readonly<Record<string, string>>;
  readonly database: boolean;
  readonly ownIds: boolean;
  readonly cases: readonly PreparedCase[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** The key that callers present: LiteLLM refuses to start with one that is widely known. */
export const MASTER_KEY = 'sk-differential-5c1f0e';

const USUAL_MODELS = [
  { model_name: 'CASE', litellm_params: { model: 'openai/gpt-4o', api_key: 'sk-up', api_base: 'UPSTREAM/CASE/v1' } },
];
const USUAL_REQUEST: CaseRequest = {
  method: 'POST',
  path: '/v1/chat/completions',
  body: { model: 'CASE', messages: [{ role: 'user', content: 'Say hello' }] },
};

/**
 * Makes one configuration of a file. In the file `CASE` stands for the case's own name and `UPSTREAM` for the address of
 * the scripted upstream; each case has models of its own, so that cooldowns, caches and limits of one do not touch
 * another.
 */
export function prepare(file: CaseFile, upstreamUrl: string): PreparedFile {
  const cases = file.cases.map((one, index) => ({ one, id: `c${String(index + 1).padStart(3, '0')}` }));
  const fill = <Value>(value: Value, id: string): Value => fillIn(value, id, upstreamUrl);
  const usual = { general_settings: { master_key: MASTER_KEY } };
  const configuration = cases.reduce<Mapping>(
    (merged, { one, id }) => merge(merged, fill(one.settings ?? {}, id)),
    merge(usual, fillIn(file.settings, '', upstreamUrl)),
  );
  const models = cases.flatMap(({ one, id }) => fill(one.models ?? file.models ?? USUAL_MODELS, id));
  return {
    configuration: merge({ model_list: models }, configuration),
    environment: fillIn(file.environment, '', upstreamUrl),
    database: file.database,
    ownIds: file.ownIds,
    cases: cases.map(({ one, id }) => fill({ ...prepareCase(file, one), id }, id)),
  };
}

function prepareCase(
  file: CaseFile,
  { title, upstream, before = [], requests = [{}], ...one }: WrittenCase,
): Omit<PreparedCase, 'id'> {
  const { method, path, headers, body, without, raw, form, afterMs, until, metrics, members, json, key } = one;
  const common = lay(
    lay(USUAL_REQUEST, file.request ?? {}),
    present({ method, path, headers, body, without, raw, form, afterMs, until, metrics, members, json, key }),
  );
  return {
    title,
    upstream: upstream ?? ['ok'],
    before: before.flatMap((posts) => Object.entries(posts).map(([to, posted]) => ({ path: to, json: posted }))),
    requests: requests.map((request) => lay(common, request)),
  };
}

/** Only what is there, so that it can be laid over something. */
function present(request: { [Name in keyof CaseRequest]: CaseRequest[Name] | undefined }): CaseRequest {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

/** One request over another: bodies and headers by member. */
function lay(below: CaseRequest, above: CaseRequest): CaseRequest {
  const isOther = above.raw !== undefined || above.form !== undefined || above.method === 'GET';
  const body = isOther ? undefined : { ...below.body, ...above.body };
  for (const name of above.without ?? []) delete body?.[name];
  const headers = { ...below.headers, ...above.headers };
  return { ...below, ...above, headers, ...(body ? { body } : { body: undefined }) };
}

/** Mappings by member, lists one behind the other; else the second. */
function merge<Value>(first: unknown, second: Value): Value {
  if (Array.isArray(first) && Array.isArray(second)) return [...first, ...second] as Value;
  if (!isMapping(first) || !isMapping(second)) return second;
  const both = Object.entries(second).map(([name, value]) => [name, name in first ? merge(first[name], value) : value]);
  return { ...first, ...Object.fromEntries(both) } as Value;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fillIn<Value>(value: Value, id: string, upstreamUrl: string): Value {
  const text = JSON.stringify(value, (_name, member: unknown) => (member === undefined ? undefined : member));
  return JSON.parse(text.replaceAll('CASE', id).replaceAll('UPSTREAM', upstreamUrl)) as Value;
}
