import { Secret } from '@showrunner/service';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import type { Section } from '../../reading/section.ts';

/** Where a service is reached, as far as that is written or in the environment; without a slash at its end. */
export function addressOf(
  params: Section,
  {
    keys = ['api_base'],
    variable,
    usual,
  }: { readonly keys?: readonly string[]; readonly variable?: string; readonly usual?: string },
): string {
  const written = keys.map((key) => params.text(key)).find((value) => value !== undefined && value !== '');
  const address = written ?? (variable === undefined ? undefined : params.environment[variable]) ?? usual;
  const [key = ''] = keys;
  if (address === undefined || address === '') {
    const fix = variable === undefined ? 'write the address of its service' : `write it, or set ${variable}`;
    params.findings.error(params.at(key), 'is missing', fix);
    return '';
  }
  // LiteLLM's rule for addresses in a private network.
  const whole = /^https?:\/\//.test(address) ? address : `http://${address}`;
  if (URL.parse(whole) === null) {
    params.findings.warning(
      params.at(key),
      'is no address: requests are refused until it is one',
      'write http://… or https://…',
    );
  }
  return whole.replace(/\/+$/, '');
}

/** A secret that is written or in the environment; nothing where there is none. */
export function secretOf(params: Section, key: string, ...variables: readonly string[]): Secret | undefined {
  const named = variables
    .map((variable) => params.environment[variable])
    .find((value) => value !== undefined && value !== '');
  const value = params.text(key) ?? named;
  return value === undefined || value === '' ? undefined : new Secret(value);
}

/** The same of one without which the service refuses each call. */
export function neededSecret(params: Section, key: string, ...variables: readonly string[]): Secret | undefined {
  const secret = secretOf(params, key, ...variables);
  const [variable] = variables;
  if (!secret)
    params.findings.error(
      params.at(key),
      'is missing',
      variable === undefined ? 'write it' : `write it, or set ${variable}`,
    );
  return secret;
}

export function mappingOf(params: Section, key: string): Mapping {
  const value = params.values[key];
  return isMapping(value) ? value : {};
}

/** Numbers by name; others are passed by. */
export function numbersOf(params: Section, key: string): ReadonlyMap<string, number> {
  const entries = Object.entries(mappingOf(params, key)).map(([name, value]) => [name, Number(value)] as const);
  return new Map(entries.filter(([, value]) => Number.isFinite(value)));
}
