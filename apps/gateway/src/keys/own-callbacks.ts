import { isMapping, type Mapping } from '../json/mapping.ts';

/** A callback of a key's or a team's own: who is told, and of what. */
export interface OwnCallback {
  readonly name: string;
  readonly onSuccess: boolean;
  readonly onFailure: boolean;
}

/** What a key or a team has of its own, in LiteLLM's reading of it. */
export interface OwnCallbacks {
  readonly callbacks: readonly OwnCallback[];
  /** Of all of them together, as they are kept: secrets are sealed. Of one that is said twice the later counts. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The same for nobody: who has an empty list of their own is told to nobody but the gateway's. */
const NONE: OwnCallbacks = { callbacks: [], variables: {} };

/**
 * Whom calls of a key are told to beside those of the configuration, as LiteLLM decides it
 * (`get_dynamic_logging_metadata`, 1.108.7): the key's own list alone where it has one, else its team's, else what the
 * team has in the older form. Nothing where none of them says anything.
 */
export function ownCallbacksOf(key: Mapping, team: Mapping): OwnCallbacks | undefined {
  const list = listIn(key) ?? listIn(team);
  if (list) return fromList(list);
  return isMapping(team.callback_settings) ? fromSettings(team.callback_settings) : undefined;
}

function listIn({ logging }: Mapping): readonly unknown[] | undefined {
  return Array.isArray(logging) ? logging : undefined;
}

/** `logging: [{callback_name, callback_type, callback_vars}]`. */
function fromList(list: readonly unknown[]): OwnCallbacks {
  if (list.length === 0) return NONE;
  const entries = list.filter(isMapping);
  return {
    callbacks: together(
      entries.flatMap(({ callback_name: name, callback_type: type }) =>
        typeof name === 'string' ? [{ name, onSuccess: type !== 'failure', onFailure: type !== 'success' }] : [],
      ),
    ),
    variables: Object.assign({}, ...entries.map((entry) => textsOf(entry.callback_vars))) as Record<string, string>,
  };
}

/** What the file says of a team (`default_team_settings`): its variables stand beside its lists, or under `callback_vars`. */
export function callbacksInFile({
  team_id: _team,
  success_callback,
  failure_callback,
  ...others
}: Mapping): OwnCallbacks {
  const { callback_vars: variables = others } = others;
  return fromSettings({ success_callback, failure_callback, callback_vars: variables });
}

/** `callback_settings: {success_callback, failure_callback, callbacks, callback_vars}`. */
function fromSettings(settings: Mapping): OwnCallbacks {
  const named = (list: unknown, onSuccess: boolean, onFailure: boolean): OwnCallback[] =>
    (Array.isArray(list) ? list : [list]).flatMap((name) =>
      typeof name === 'string' ? [{ name, onSuccess, onFailure }] : [],
    );
  return {
    callbacks: together([
      ...named(settings.success_callback, true, false),
      ...named(settings.failure_callback, false, true),
      ...named(settings.callbacks, true, true),
    ]),
    variables: textsOf(settings.callback_vars),
  };
}

/** Each name once, told of whatever one of its entries wants. */
function together(callbacks: readonly OwnCallback[]): OwnCallback[] {
  const byName = new Map<string, OwnCallback>();
  for (const one of callbacks) {
    const before = byName.get(one.name);
    byName.set(one.name, {
      name: one.name,
      onSuccess: one.onSuccess || before?.onSuccess === true,
      onFailure: one.onFailure || before?.onFailure === true,
    });
  }
  return [...byName.values()];
}

/** As LiteLLM keeps them: figures and switches are texts. */
function textsOf(variables: unknown): Record<string, string> {
  if (!isMapping(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)] as const] : [],
    ),
  );
}
