import { isMapping, type Mapping } from '../../json/mapping.ts';
import { CALLBACK_METADATA } from '../../litellm/callback-metadata.ts';
import type { Entity } from '../entities/entity.ts';
import { CannotUnsealError, type SecretBox } from './secret-box.ts';

/** How a text of `metadata` is rewritten: by the name under which it stands. */
export type RewriteText = (text: string, name: string) => string;

/** A copy of `metadata` in which each variable of a callback is another text; the same one where there is none. */
export function rewriteCallbackVariables(metadata: Mapping, rewrite: RewriteText): Mapping {
  if (!Object.keys(metadata).some((name) => CALLBACK_METADATA.has(name))) return metadata;
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name,
      CALLBACK_METADATA.has(name) ? rewritten(value, rewrite) : value,
    ]),
  );
}

function rewritten(value: unknown, rewrite: RewriteText): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, rewrite));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [
      name,
      name === 'callback_vars' && isMapping(own) ? rewrittenTexts(own, rewrite) : own,
    ]),
  );
}

function rewrittenTexts(variables: Mapping, rewrite: RewriteText): Mapping {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? rewrite(value, name) : value]),
  );
}

/** Where a variable of a callback is sealed: what is sealed as one opens as no other. */
function placeOf(name: string) {
  return { kind: 'callback variable', id: name };
}

/** A text that is sealed, and whoever reads the database does not read. */
export function sealVariable(box: SecretBox, text: string, name: string): string {
  return box.seal(placeOf(name), text);
}

/** A variable in the clear: older data has it so. Throws a `CannotUnsealError`. */
export function openVariable(box: SecretBox, text: string, name: string): string {
  return box.isSealed(text) ? String(box.unseal(placeOf(name), text)) : text;
}

/** Throws a `CannotUnsealError` that names the first variable, and whose it is, that this key does not open. */
export function checkCallbacksOpen(box: SecretBox, holders: readonly Entity[]): void {
  for (const { kind, id, settings } of holders) {
    if (!isMapping(settings.metadata)) continue;
    rewriteCallbackVariables(settings.metadata, (text, name) => {
      try {
        return openVariable(box, text, name);
      } catch (error) {
        throw error instanceof CannotUnsealError
          ? new CannotUnsealError({ kind: `callback variable ${name} of the ${kind}`, id })
          : error;
      }
    });
  }
}
