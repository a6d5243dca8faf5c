import type { OwnCallbackReader } from '../../config/sections/callbacks/own-callbacks.ts';
import { isSecretName } from '../../config/public-params.ts';
import type { SinkSettings } from '../../config/sections/callbacks/callback.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { ownCallbacksOf } from '../../keys/own-callbacks.ts';
import { CALLBACK_METADATA } from '../../litellm/callback-metadata.ts';
import { openVariable, rewriteCallbackVariables, sealVariable } from '../../stored/secrets/sealed-callbacks.ts';
import type { SecretBox } from '../../stored/secrets/secret-box.ts';
import { isPublicAddress } from '../public-address.ts';
import { forbidden } from '../refusals.ts';
import { MASK } from '../show-metadata.ts';
import { readCallbackList, readCallbackSettings } from './read-callbacks.ts';

/** What callbacks of keys and teams are read and sealed with. */
export interface CallbackPorts {
  readonly reader: () => OwnCallbackReader;
  readonly box: () => SecretBox;
}

/** What was written, by whom, and over what. */
export interface WrittenCallbacks {
  /** The members of a body, `metadata` among them. */
  readonly members: Mapping;
  /** The settings until now; nothing of a new key or team. */
  readonly present: Mapping | undefined;
  /** Administrators name any server; all others a public one. */
  readonly isAdministrator: boolean;
}

/**
 * The members of a body with the callbacks in their metadata as they are kept: read, their secrets sealed. What came
 * masked is what is kept already. Throws a 400 for what could not be called, a 403 for a secret that would be sent
 * elsewhere by somebody who cannot read it.
 */
export function keptCallbacks(ports: CallbackPorts, written: WrittenCallbacks): Mapping {
  const { members, present } = written;
  const { metadata } = members;
  if (!isMapping(metadata) || !hasCallbacks(metadata)) return members;
  const before = isMapping(present?.metadata) ? present.metadata : {};
  const reader = ports.reader();
  const { logging, callback_settings: settings } = metadata;
  const read = {
    ...metadata,
    ...(logging !== undefined && { logging: logging === null ? null : readCallbackList(logging, reader) }),
    ...(settings !== undefined && {
      callback_settings: settings === null ? null : readCallbackSettings(settings, reader),
    }),
  };
  const whole = unmasked(ports.box(), read, before);
  checkCallable(ports, whole, { ...written, before });
  return { ...members, metadata: sealed(ports.box(), whole) };
}

function hasCallbacks(metadata: Mapping): boolean {
  return Object.keys(metadata).some((name) => CALLBACK_METADATA.has(name));
}

/** Nobody but this gateway seals; what is masked is taken from what is kept, as it is kept. */
function unmasked(box: SecretBox, metadata: Mapping, before: Mapping): Mapping {
  const kept: (readonly [name: string, text: string])[] = [];
  rewriteCallbackVariables(before, (text, name) => {
    kept.push([name, text]);
    return text;
  });
  return rewriteCallbackVariables(metadata, (text, name) => {
    const own = kept.find(([of, one]) => of === name && (text === MASK || one === text))?.[1];
    if (own !== undefined) return own;
    if (text === MASK) {
      throw badRequest(`callback_vars.${name} is what stands for a secret, and none is kept: write it out`, name);
    }
    if (box.isSealed(text)) throw badRequest(`callback_vars.${name} must be the secret itself`, name);
    return text;
  });
}

function sealed(box: SecretBox, metadata: Mapping): Mapping {
  return rewriteCallbackVariables(metadata, (text, name) =>
    isSecretName(name) && !box.isSealed(text) ? sealVariable(box, text, name) : text,
  );
}

function checkCallable(
  ports: CallbackPorts,
  metadata: Mapping,
  { before, isAdministrator }: WrittenCallbacks & { readonly before: Mapping },
): void {
  const box = ports.box();
  const opened = rewriteCallbackVariables(metadata, (text, name) => openVariable(box, text, name));
  checkOnce(opened);
  const read = ownCallbacksOf(opened, opened);
  const sealedOnes = ownCallbacksOf(metadata, metadata)?.variables ?? {};
  const places = ownCallbacksOf(before, before)?.variables ?? {};
  for (const { name } of read?.callbacks ?? []) {
    const own = ports.reader().read(name, read?.variables ?? {});
    if ('problem' in own) throw badRequest(`callback_name ${name} ${own.problem}`, 'callback_name');
    if (isAdministrator) continue;
    const family = Object.entries(ports.reader().familyOf(name)?.variables ?? {});
    const goesElsewhere = family.some(
      ([variable, { isPlace }]) => isPlace && (sealedOnes[variable] ?? '') !== (places[variable] ?? ''),
    );
    if (!goesElsewhere) continue;
    const carried = family.find(([variable]) => box.isSealed(sealedOnes[variable] ?? ''))?.[0];
    if (carried !== undefined) {
      throw forbidden(`A secret that is kept goes nowhere else: write callback_vars.${carried} out`, carried);
    }
    checkPublic(own.sink);
  }
}

/** All entries are read together, as LiteLLM reads them: one variable is one text. */
function checkOnce({ logging }: Mapping): void {
  const said = new Map<string, unknown>();
  for (const entry of Array.isArray(logging) ? logging.filter(isMapping) : []) {
    for (const [name, value] of Object.entries(isMapping(entry.callback_vars) ? entry.callback_vars : {})) {
      if (said.has(name) && said.get(name) !== value) {
        throw badRequest(`callback_vars.${name} says two things: all callbacks of a key or team share one`, name);
      }
      said.set(name, value);
    }
  }
}

/** Throws a 400 for a server that is not public. */
function checkPublic(sink: SinkSettings): void {
  const place = placeOf(sink);
  if (place === undefined || isPublicAddress(place)) return;
  throw badRequest(
    'The server of a callback must be https under a public name; only proxy admins can name others',
    'callback_vars',
  );
}

function placeOf(sink: SinkSettings): string | undefined {
  switch (sink.kind) {
    case 'langfuse':
      return sink.host;
    case 'generic_api':
      return sink.endpoint;
    case 's3':
      return undefined;
    case 'datadog':
    case 'langsmith':
    case 'otlp':
      return sink.url;
  }
}
