import { nearestName } from '@showrunner/errors/nearest-name';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import { isGuardCallback } from '../../../litellm/guard-callbacks.ts';
import { callbackNames } from '../../../litellm/setting-names.ts';
import { Section, type Reading } from '../../reading/section.ts';
import type { CallbackSettings } from './callback.ts';
import { OwnCallbackReader } from './own-callbacks.ts';
import { sinkReaders } from './sinks.ts';

const LISTS = {
  callbacks: ['onSuccess', 'onFailure'],
  success_callback: ['onSuccess'],
  failure_callback: ['onFailure'],
} as const;

/** `callbacks`, `success_callback` and `failure_callback` of `litellm_settings`, with their `callback_settings`. */
export const callbacks = {
  name: 'callback_settings',

  /** Who is told, each once. One that cannot be told is a warning: requests are served without. */
  read(file: Section, litellm: Section, reading: Reading): readonly CallbackSettings[] {
    const found = new Map<string, CallbackSettings>();
    for (const [list, events] of Object.entries(LISTS)) {
      for (const name of namesIn(litellm, list)) {
        const known = found.get(name) ?? readCallback(name, file, { litellm, list, reading });
        if (known) found.set(name, { ...known, ...Object.fromEntries(events.map((event) => [event, true])) });
      }
    }
    for (const name of namesIn(litellm, 'service_callback')) reportUntold(litellm, 'service_callback', name);
    return [...found.values()];
  },

  /** How those of keys and teams are read, which go by the same settings. */
  own(file: Section, litellm: Section, reading: Reading): OwnCallbackReader {
    return new OwnCallbackReader(reading, (name) => {
      const settings = settingsOf(name, file, litellm);
      return { settings, isRedacted: wantsRedaction(new Section(settings, name, reading), litellm) };
    });
  },

  /** `default_team_settings`, by the ids of the teams. */
  ofTeams(litellm: Section): ReadonlyMap<string, Mapping> {
    return new Map(
      litellm.list('default_team_settings').flatMap((entry) => {
        const id = isMapping(entry) ? entry.team_id : undefined;
        return isMapping(entry) && typeof id === 'string' ? [[id, entry] as const] : [];
      }),
    );
  },
};

function namesIn(litellm: Section, list: string): readonly string[] {
  return (litellm.texts(list) ?? []).filter((name) => name !== 'prometheus' && !isGuardCallback(name));
}

/** Where a callback is listed. */
interface Listed {
  readonly litellm: Section;
  readonly list: string;
  readonly reading: Reading;
}

function readCallback(name: string, file: Section, { litellm, list, reading }: Listed): CallbackSettings | undefined {
  const own = settingsOf(name, file, litellm);
  const type = own.callback_type ?? name;
  const reader = typeof type === 'string' ? sinkReaders.get(type) : undefined;
  if (!reader) {
    reportUntold(litellm, list, name);
    return undefined;
  }
  const section = new Section(own, `${callbacks.name}.${name}`, reading);
  const sink = reader(section);
  if (!sink) return undefined;
  return { name, sink, onSuccess: false, onFailure: false, isRedacted: wantsRedaction(section, litellm) };
}

/** Whether nothing of what is asked and answered is told: to nobody, or to this one. */
function wantsRedaction(settings: Section, litellm: Section): boolean {
  return (
    litellm.flag('turn_off_message_logging') === true ||
    settings.flag('turn_off_message_logging') === true ||
    settings.flag('message_logging') === false
  );
}

/** Settings of `litellm_settings` that say more of a callback, by its name. */
const PARAMS: ReadonlyMap<string, string> = new Map([
  ['datadog', 'datadog_params'],
  ['s3', 's3_callback_params'],
  ['s3_v2', 's3_callback_params'],
]);

function settingsOf(name: string, file: Section, litellm: Section): Mapping {
  const under = file.values[callbacks.name];
  const own = isMapping(under) ? under[name] : undefined;
  const list = PARAMS.get(name);
  const params = list === undefined ? undefined : litellm.values[list];
  return { ...(isMapping(params) && params), ...(isMapping(own) && own) };
}

function reportUntold(litellm: Section, list: string, name: string): void {
  const { message, fix = 'read the metrics, the log or the spend rows instead' } = whyUntold(name);
  litellm.findings.warning(litellm.at(list), message, fix);
}

function whyUntold(name: string): { readonly message: string; readonly fix?: string } {
  if (callbackNames.has(name)) return { message: `"${name}" is told nothing: this gateway does not call it` };
  // Code is named by its module: `custom_callbacks.proxy_handler_instance`.
  if (name.includes('.')) return { message: `"${name}" is code of your own, which does not run here` };
  const meant = nearestName(name, ['prometheus', ...sinkReaders.keys(), ...callbackNames]);
  const message = `"${name}" is no callback that is known`;
  return meant === undefined ? { message } : { message, fix: `write "${meant}" if that was meant` };
}
