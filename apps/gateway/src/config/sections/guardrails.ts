import { isGuardCallback } from '../../litellm/guard-callbacks.ts';
import { isMapping } from '../../json/mapping.ts';
import { Section, type Reading } from '../reading/section.ts';

/** A guardrail that a file names. */
interface Guardrail {
  readonly name: string;
  readonly path: string;
  /** Each request meets it, whether it asks for it or not. */
  readonly isAlwaysOn: boolean;
}

/**
 * `guardrails`, their older form under `litellm_settings`, and callbacks that are guards. None runs here yet: one that
 * each request would meet refuses the start, because callers would think themselves guarded.
 */
export const guardrails = {
  name: 'guardrails',

  /** @param without those that the operator does without */
  read(file: Section, litellm: Section, without: ReadonlySet<string>, reading: Reading): void {
    for (const guardrail of [...listed(file, reading), ...listedBefore(litellm, reading), ...amongCallbacks(litellm)]) {
      report(guardrail, without, reading);
    }
  },
};

function report({ name, path, isAlwaysOn }: Guardrail, without: ReadonlySet<string>, { findings }: Reading): void {
  if (without.has(name)) {
    findings.warning(
      path,
      `"${name}" does not run, as --without-guardrail or WITHOUT_GUARDRAILS says`,
      'guard requests elsewhere',
    );
  } else if (isAlwaysOn) {
    findings.error(
      path,
      `"${name}" is on for every request, and this gateway does not run it: requests would go out unguarded`,
      `guard requests in front of the gateway and remove it, or start with --without-guardrail ${name} (WITHOUT_GUARDRAILS)`,
      'everything',
    );
  } else {
    findings.warning(path, `"${name}" does not run here: who asks for it is refused`, 'guard requests elsewhere');
  }
}

function listed(file: Section, reading: Reading): Guardrail[] {
  return file
    .list(guardrails.name)
    .map((value, index) => guardrailOf(new Section(value, `${guardrails.name}[${index}]`, reading)));
}

function guardrailOf(entry: Section): Guardrail {
  const params = entry.section('litellm_params');
  return {
    name: entry.text('guardrail_name') ?? params.text('guardrail') ?? entry.path,
    path: entry.path,
    isAlwaysOn: params.flag('default_on') ?? false,
  };
}

/** `- name: {callbacks: […], default_on: true}`, or as they are listed now. */
function listedBefore(litellm: Section, reading: Reading): Guardrail[] {
  return litellm.list('guardrails').flatMap((value, index) => {
    const path = `${litellm.at('guardrails')}[${index}]`;
    const entry = new Section(value, path, reading);
    if (entry.has('guardrail_name')) return [guardrailOf(entry)];
    return Object.keys(entry.values).map((name) => ({
      name,
      path,
      isAlwaysOn: isMapping(entry.values[name]) && (entry.section(name).flag('default_on') ?? false),
    }));
  });
}

function amongCallbacks(litellm: Section): Guardrail[] {
  const names = [litellm.values.callbacks ?? []].flat().filter((name) => typeof name === 'string');
  return names
    .filter((name) => isGuardCallback(name))
    .map((name) => ({ name, path: litellm.at('callbacks'), isAlwaysOn: true }));
}
