import { isMapping, type Mapping } from '../../../json/mapping.ts';
import { isGuardCallback } from '../../../litellm/guard-callbacks.ts';
import { Section, type Reading } from '../../reading/section.ts';
import { callbackGuard } from './callback-guards.ts';
import type { GuardrailSettings } from './guardrail.ts';
import { guardKinds } from './kinds.ts';
import { readMode } from './mode.ts';

/** How long a call of a guardrail's service may take where nobody says, in seconds. */
const DEFAULT_TIMEOUT_SECONDS = 10;

/** What the file says of guardrails. */
export interface GuardrailsSettings {
  /** Those that run, in the order in which they look. */
  readonly guardrails: readonly GuardrailSettings[];
  /** Names of those that the operator does without. */
  readonly without: ReadonlySet<string>;
}

/** A guardrail that a file names. */
interface Guardrail {
  readonly name: string;
  readonly path: string;
  readonly isAlwaysOn: boolean;
  /** Reads what it needs; nothing where it does not run here. */
  readonly read: ((reading: Reading) => GuardrailSettings) | undefined;
  readonly params: Section;
}

/**
 * `guardrails`, their older form under `litellm_settings`, and callbacks that are guards. One that does not run here is
 * refused to who asks for it; one that each request would meet refuses the start, because callers would think themselves
 * guarded.
 */
export const guardrails = {
  name: 'guardrails',

  /** @param without those that the operator does without */
  read(file: Section, litellm: Section, without: ReadonlySet<string>, reading: Reading): GuardrailsSettings {
    const named = [...listed(file, reading), ...listedBefore(litellm, reading), ...amongCallbacks(litellm)];
    return { guardrails: named.flatMap((guardrail) => settingsOf(guardrail, without, reading) ?? []), without };
  },
};

function settingsOf(
  { name, path, isAlwaysOn, params, read }: Guardrail,
  without: ReadonlySet<string>,
  reading: Reading,
): GuardrailSettings | undefined {
  const { findings } = reading;
  if (without.has(name)) {
    findings.warning(
      path,
      `"${name}" does not run, as --without-guardrail or WITHOUT_GUARDRAILS says`,
      'guard requests elsewhere',
    );
    return undefined;
  }
  if (read) {
    const { part, hasErrors } = params.apart((section) => read({ ...reading, findings: section.findings }));
    if (!hasErrors) return part;
    findings.error(
      path,
      `"${name}" cannot run as it is written${isAlwaysOn ? ', and is on for every request: they would go out unguarded' : ': who asks for it is refused'}`,
      `fix it, or start with --without-guardrail ${name} (WITHOUT_GUARDRAILS)`,
      isAlwaysOn ? 'everything' : undefined,
    );
    return undefined;
  }
  if (isAlwaysOn) {
    findings.error(
      path,
      `"${name}" is on for every request, and this gateway does not run it: requests would go out unguarded`,
      `guard requests in front of the gateway and remove it, or start with --without-guardrail ${name} (WITHOUT_GUARDRAILS)`,
      'everything',
    );
  } else {
    findings.warning(path, `"${name}" does not run here: who asks for it is refused`, 'guard requests elsewhere');
  }
  return undefined;
}

function listed(file: Section, reading: Reading): Guardrail[] {
  return file
    .list(guardrails.name)
    .map((value, index) => guardrailOf(new Section(value, `${guardrails.name}[${index}]`, reading)));
}

function guardrailOf(entry: Section): Guardrail {
  const params = entry.section('litellm_params');
  const kind = params.text('guardrail') ?? '';
  const name = entry.text('guardrail_name') ?? (kind || entry.path);
  const isAlwaysOn = params.flag('default_on') ?? false;
  const readKind = guardKinds.get(kind);
  const { guardrail_info: said } = entry.values;
  const info = isMapping(said) ? said : {};
  return {
    name,
    path: entry.path,
    isAlwaysOn,
    params,
    read:
      readKind &&
      ((reading) => {
        const own = new Section(params.values, params.path, reading);
        return { ...termsOf(own, name, isAlwaysOn), info, kind: readKind(own, reading) };
      }),
  };
}

function termsOf(params: Section, name: string, isAlwaysOn: boolean): Omit<GuardrailSettings, 'kind' | 'info'> {
  const unreachable = params.text('unreachable_fallback') ?? 'fail_closed';
  return {
    name,
    mode: readMode(params),
    isAlwaysOn,
    timeoutSeconds: params.number('timeout') ?? params.number('guardrail_timeout') ?? DEFAULT_TIMEOUT_SECONDS,
    opensWhenDown:
      unreachable === 'fail_open' || params.flag('fail_on_error') === false || params.flag('fail_open') === true,
    waitsForWhole: params.flag('streaming_end_of_stream_only') ?? false,
  };
}

/** `- name: {callbacks: […], default_on: true}`, or as they are listed now. */
function listedBefore(litellm: Section, reading: Reading): Guardrail[] {
  return litellm.list('guardrails').flatMap((value, index) => {
    const path = `${litellm.at('guardrails')}[${index}]`;
    const entry = new Section(value, path, reading);
    if (entry.has('guardrail_name')) return [guardrailOf(entry)];
    return Object.keys(entry.values).flatMap((name) => ofCallbacks(litellm, { name, path, entry: entry.values[name] }));
  });
}

/** Each of its callbacks guards under its name. */
function ofCallbacks(
  litellm: Section,
  { name, path, entry }: { readonly name: string; readonly path: string; readonly entry: unknown },
): Guardrail[] {
  const values: Mapping = isMapping(entry) ? entry : {};
  const section = new Section(values, path, {
    environment: litellm.environment,
    missing: new Map(),
    findings: litellm.findings,
  });
  const isAlwaysOn = section.flag('default_on') ?? false;
  const callbacks = [values.callbacks ?? []].flat().filter((one) => typeof one === 'string');
  if (callbacks.length === 0) return [{ name, path, isAlwaysOn, params: section, read: undefined }];
  return callbacks.map((callback) => ({ ...ofCallback(litellm, callback, path), name, isAlwaysOn }));
}

function amongCallbacks(litellm: Section): Guardrail[] {
  const names = [litellm.values.callbacks ?? []].flat().filter((name) => typeof name === 'string');
  return names
    .filter((name) => isGuardCallback(name))
    .map((name) => ofCallback(litellm, name, litellm.at('callbacks')));
}

/** On for every request; its settings stand beside the list of callbacks. */
function ofCallback(litellm: Section, name: string, path: string): Guardrail {
  const read = callbackGuard(name);
  return {
    name,
    path,
    isAlwaysOn: true,
    params: litellm,
    read:
      read &&
      ((reading): GuardrailSettings => {
        const own = new Section(litellm.values, litellm.path, reading);
        const { kind, events } = read(own, reading);
        const mode = { usual: events, byTag: new Map() };
        return {
          name,
          mode,
          isAlwaysOn: true,
          timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
          opensWhenDown: false,
          waitsForWhole: false,
          info: {},
          kind,
        };
      }),
  };
}
