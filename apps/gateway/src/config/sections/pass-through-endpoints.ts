import { Findings } from '../finding.ts';
import { reportUnknownKeys, words, type KnownKeys } from '../reading/known-keys.ts';
import { Section, type Reading } from '../reading/section.ts';

/** LiteLLM's `PassThroughGenericEndpoint` (`proxy/_types.py`, 1.108.7), and what its reader takes beside it. */
const keys: KnownKeys = {
  actedOn: words(`
    path target headers auth include_subpath forward_headers merge_query_params default_query_params methods
    cost_per_request timeout guardrails
  `),
  notActedOn: words('id is_from_config'),
};

/** What LiteLLM passes on where `methods` says nothing. */
export const PASSED_METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

export type PassedMethod = (typeof PASSED_METHODS)[number];

/** A variable within a text, as headers have them: `Bearer os.environ/COHERE_API_KEY`. */
const REFERENCE = /os\.environ\/(\w+)/g;

const LANGFUSE_KEYS = ['LANGFUSE_PUBLIC_KEY', 'LANGFUSE_SECRET_KEY'];

/** An entry of `general_settings.pass_through_endpoints`: where requests to a path of this gateway go as they came. */
export interface PassThroughEndpoint {
  /** Begins with a slash and ends without one. */
  readonly path: string;
  /** Absolute, http or https. */
  readonly target: string;
  /** Sent to the target, over those of the caller. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether callers need a key: true unless the entry says otherwise. */
  readonly asksForKey: boolean;
  /** Whether what stands behind the path goes on behind the target. */
  readonly takesSubpath: boolean;
  /** Whether the target sees the caller's headers beside those of the entry. */
  readonly forwardsHeaders: boolean;
  /** Members of the query for which callers may say something else. */
  readonly defaultQuery: Readonly<Record<string, string>>;
  readonly methods: readonly PassedMethod[];
  /** US dollars; nothing where nobody said. */
  readonly costPerRequest: number | undefined;
  readonly timeoutSeconds: number | undefined;
  /** Why nothing is passed on; nothing where it is. */
  readonly refusal: string | undefined;
}

/** `general_settings.pass_through_endpoints`. */
export const passThroughEndpoints = {
  name: 'pass_through_endpoints',

  /**
   * An entry with an error is out, and the others serve.
   *
   * @param without guardrails that the operator does without
   */
  read(general: Section, without: ReadonlySet<string>, reading: Reading): readonly PassThroughEndpoint[] {
    return general.list(passThroughEndpoints.name).flatMap((value, index) => {
      const findings = new Findings();
      const path = `${general.at(passThroughEndpoints.name)}[${index}]`;
      const endpoint = readEndpoint(new Section(value, path, { ...reading, findings }), without);
      reading.findings.add(findings);
      return endpoint && !findings.hasErrors ? [endpoint] : [];
    });
  },
};

function readEndpoint(entry: Section, without: ReadonlySet<string>): PassThroughEndpoint | undefined {
  reportUnknownKeys(entry, keys);
  const path = readPath(entry);
  const target = readTarget(entry);
  if (path === undefined || target === undefined) return undefined;
  return {
    path,
    target,
    headers: readHeaders(entry),
    asksForKey: entry.flag('auth') ?? true,
    takesSubpath: entry.flag('include_subpath') ?? false,
    forwardsHeaders: entry.flag('forward_headers') ?? false,
    defaultQuery: asTexts(entry.section('default_query_params').values),
    methods: readMethods(entry),
    costPerRequest: entry.number('cost_per_request'),
    timeoutSeconds: entry.number('timeout'),
    refusal: readRefusal(entry, without),
  };
}

function readPath(entry: Section): string | undefined {
  const path = entry.text('path');
  if (path?.startsWith('/')) return path.replace(/(?<=.)\/+$/, '');
  entry.findings.error(
    entry.at('path'),
    path === undefined ? 'is missing' : 'does not begin with a slash',
    'write the path that callers ask for, for example /v1/my-tool',
  );
  return undefined;
}

function readTarget(entry: Section): string | undefined {
  const target = entry.text('target');
  const variable = entry.unset('target');
  const url = URL.parse(target ?? '');
  if (target !== undefined && (url?.protocol === 'http:' || url?.protocol === 'https:')) return target;
  if (variable === undefined) {
    const reason =
      target === undefined ? 'is missing' : 'is no http or https address; code of LiteLLM does not run here';
    entry.findings.error(
      entry.at('target'),
      reason,
      'write where the requests go, for example https://api.cohere.com/v1/rerank',
    );
  } else {
    entry.findings.error(entry.at('target'), `${variable} is not set`, `set ${variable} in the environment or in .env`);
  }
  return undefined;
}

/** A header that names a variable which is not set would go out as somebody else, or as nobody. */
function readHeaders(entry: Section): Record<string, string> {
  const written = entry.section('headers');
  const headers: Record<string, string> = {};
  const [publicKey, secretKey] = LANGFUSE_KEYS.map((name) => headerText(written, name));
  if (publicKey !== undefined && secretKey !== undefined) {
    headers.authorization = `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`;
  }
  for (const name of Object.keys(written.values)) {
    if (LANGFUSE_KEYS.includes(name)) continue;
    const value = headerText(written, name);
    if (value !== undefined) headers[name.toLowerCase()] = value;
  }
  return headers;
}

function headerText(headers: Section, name: string): string | undefined {
  const whole = headers.unset(name);
  if (whole !== undefined) reportUnset(headers, name, whole);
  return headers.text(name)?.replaceAll(REFERENCE, (reference, variable: string) => {
    const value = headers.environment[variable];
    if (value !== undefined && value !== '') return value;
    reportUnset(headers, name, variable);
    return reference;
  });
}

function reportUnset(headers: Section, name: string, variable: string): void {
  const fix = `set ${variable} in the environment or in .env, or remove the line`;
  headers.findings.error(headers.at(name), `${variable} is not set`, fix);
}

function readMethods(entry: Section): readonly PassedMethod[] {
  const named = entry.texts('methods')?.map((method) => method.toUpperCase()) ?? [];
  const methods = PASSED_METHODS.filter((method) => named.includes(method));
  const unknown = named.find((name) => !methods.some((method) => method === name));
  if (unknown !== undefined) {
    entry.findings.error(entry.at('methods'), `names ${unknown}`, `write some of ${PASSED_METHODS.join(', ')}`);
  }
  return named.length === 0 ? PASSED_METHODS : methods;
}

/** What would go out unguarded does not go out. */
function readRefusal(entry: Section, without: ReadonlySet<string>): string | undefined {
  const names = Object.keys(entry.section('guardrails').values).filter((name) => !without.has(name));
  if (names.length === 0) return undefined;
  const named = names.map((name) => `"${name}"`).join(', ');
  const message = `the guardrails ${named} do not run here, so nothing is passed through`;
  entry.findings.warning(entry.at('guardrails'), message, 'guard it elsewhere, and remove them');
  return message;
}

function asTexts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
