import { readFileSync } from 'node:fs';
import { Secret } from '../secret.ts';
import type { EnvironmentFinding } from './environment-error.ts';
import type { ProcessEnvironment, Variable } from './variable.ts';

type Reading = { readonly value: unknown } | { readonly finding: EnvironmentFinding };

/** Reads one variable: its text or its file's, its default where there is neither. */
export function readVariable(name: string, variable: Variable, source: ProcessEnvironment): Reading {
  if (variable.rejectsEmpty === true && isEmpty(source[name])) return { finding: empty(name, variable) };
  const given = variable.secret ? secretText(name, source) : { text: set(source[name]) };
  if ('finding' in given) return given;
  if (given.text === undefined && 'default' in variable) return { value: variable.default };

  const parsed = variable.schema.safeParse(given.text);
  if (parsed.success)
    return { value: variable.secret && typeof parsed.data === 'string' ? new Secret(parsed.data) : parsed.data };
  return {
    finding:
      given.text === undefined ? notSet(name, variable) : notAccepted(name, variable, given.text, parsed.error.issues),
  };
}

function isEmpty(text: string | undefined): boolean {
  return text !== undefined && text.trim() === '';
}

/** Empty is unset: that is what `NAME=` means in an `.env` file and `${NAME:-}` in Compose. */
function set(text: string | undefined): string | undefined {
  return isEmpty(text) ? undefined : text?.trim();
}

/** `NAME`, else the contents of the file that `NAME_FILE` names, as Docker and Kubernetes mount secrets. */
function secretText(
  name: string,
  source: ProcessEnvironment,
): { readonly text: string | undefined } | { readonly finding: EnvironmentFinding } {
  const fileVariable = `${name}_FILE`;
  const text = set(source[name]);
  const path = set(source[fileVariable]);
  if (path === undefined) return { text };
  if (text !== undefined) {
    return {
      finding: {
        variable: fileVariable,
        reason: `is set and so is ${name}`,
        fix: `set only one of ${name} and ${fileVariable}`,
      },
    };
  }
  try {
    const contents = set(readFileSync(path, 'utf8'));
    if (contents !== undefined) return { text: contents };
    return {
      finding: { variable: fileVariable, reason: `names an empty file (${path})`, fix: 'write the secret into it' },
    };
  } catch (error) {
    return {
      finding: {
        variable: fileVariable,
        reason: `names a file that cannot be read (${path}: ${errorCode(error)})`,
        fix: 'check that it exists and that this user may read it',
      },
    };
  }
}

function empty(name: string, { example }: Variable): EnvironmentFinding {
  return {
    variable: name,
    reason: 'is set but empty',
    fix: `write a value${example === undefined ? '' : ` such as ${name}=${example}`}, or take the variable away`,
  };
}

function notSet(name: string, { secret, example }: Variable): EnvironmentFinding {
  const file = secret ? ` (or ${name}_FILE to the path of a file that holds it)` : '';
  return {
    variable: name,
    reason: 'is not set',
    fix: `set it${file}${example === undefined ? '' : `, for example ${name}=${example}`}`,
  };
}

function notAccepted(
  name: string,
  { secret, example }: Variable,
  text: string,
  issues: readonly { readonly message: string }[],
): EnvironmentFinding {
  const shown = secret ? 'has a value that is not accepted' : `is ${JSON.stringify(text)}, which is not accepted`;
  const reasons = issues.map(({ message }) => message).join('; ');
  return {
    variable: name,
    reason: `${shown} (${reasons})`,
    fix: example === undefined ? 'correct it or unset it' : `write it like ${name}=${example}`,
  };
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
