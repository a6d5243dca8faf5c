import type { Mapping } from '../json/mapping.ts';
import { Findings, type Stopped } from './finding.ts';
import type { ConfiguredSettings } from './gateway-config.ts';
import { settingNames } from '../litellm/setting-names.ts';
import { reportUnknownKeys, type KnownKeys } from './reading/known-keys.ts';
import { readClientHeaders } from './reading/client-headers.ts';
import { placeIn, placeOf } from './reading/redis-place.ts';
import { Section, type Reading } from './reading/section.ts';
import { readAlerting } from './sections/alerting.ts';
import { callbacks } from './sections/callbacks/callbacks.ts';
import { cacheParams } from './sections/cache-params.ts';
import { credentialList } from './sections/credential-list.ts';
import { environmentVariables } from './sections/environment-variables.ts';
import { filesSettings } from './sections/files-settings.ts';
import { generalSettings } from './sections/general-settings/general-settings.ts';
import { guardrails } from './sections/guardrails/guardrails.ts';
import { include } from './sections/include.ts';
import { litellmSettings } from './sections/litellm-settings.ts';
import { readProviderSettings } from './sections/model-list/litellm-params.ts';
import { readMetricsSettings } from './sections/metrics-settings.ts';
import { modelList, type ModelReading } from './sections/model-list/model-list.ts';
import { passThroughEndpoints } from './sections/pass-through-endpoints.ts';
import { routerSettings } from './sections/router-settings.ts';

/**
 * The sections of a file, in the order in which they are read: a later one is given what it needs of an earlier one.
 * Each states its keys, its defaults, its type and its reader, and knows no other.
 */
const sections = [
  include,
  environmentVariables,
  credentialList,
  litellmSettings,
  guardrails,
  callbacks,
  generalSettings,
  routerSettings,
  modelList,
  filesSettings,
];

const keysOfFile: KnownKeys = {
  actedOn: sections.map(({ name }) => name),
  notActedOn: [...settingNames.file, 'worker_registry', 'default_litellm_params'],
  // Policies put guardrails on requests by rules that are not kept here.
  unkept: ['policy_attachments'],
};

/** What models are read with beside all else. */
export interface SectionsReading extends Reading, Pick<ModelReading, 'lookUpModel' | 'storedModels'> {
  /** The file before references were replaced. */
  readonly written: Mapping;
  /** Guardrails that the operator does without. */
  readonly withoutGuardrails: ReadonlySet<string>;
  /** By their names. */
  readonly storedCredentials: ReadonlyMap<string, Mapping>;
}

/** Reads all sections of a file whose references are replaced. */
export function readSections(values: unknown, reading: SectionsReading): ConfiguredSettings {
  const file = new Section(values, '', reading);
  reportUnknownKeys(file, keysOfFile);
  const credentials = credentialList.read(file, reading, reading.storedCredentials);
  const litellmSection = open(file, litellmSettings);
  const litellm = litellmSettings.read(litellmSection);
  const guards = guardrails.read(file, litellmSection, reading.withoutGuardrails, reading);
  const knownGuardrails = new Set([...guards.without, ...guards.guardrails.map(({ name }) => name)]);
  const general = open(file, generalSettings);
  const { access, accounting, chats, storage, bindsUsersInTeams, reservation, passThroughSeconds } =
    generalSettings.read(general, litellm.misplacedKey);
  const router = open(file, routerSettings);
  const cacheSection = open(litellmSection, cacheParams);
  const redis = placeIn(router, 'redis_') ?? placeIn(cacheSection, '') ?? placeOf(reading.environment);
  return {
    access,
    accounting,
    storage,
    made: litellm.made,
    spending: {
      ...litellm.spending,
      bindsUsersInTeams,
      reservation: {
        ...reservation,
        ...litellm.reservation,
        refusesUnknown: reservation.refusesUnknown || litellm.reservation.refusesUnknown,
      },
    },
    chats,
    guardrails: guards,
    metrics: readMetricsSettings(litellmSection),
    alerts: readAlerting(general, litellmSection),
    callbacks: callbacks.read(file, litellmSection, reading),
    ownCallbacks: callbacks.own(file, litellmSection, reading),
    callbacksOfTeams: callbacks.ofTeams(litellmSection),
    turnsOffCallbacks: litellmSection.flag('allow_dynamic_callback_disabling') !== false,
    handsOnTraces: litellm.handsOnTraces,
    clientHeaders: readClientHeaders(general, litellmSection),
    redis,
    cache: litellm.cachesAnswers ? cacheParams.read(cacheSection, redis) : undefined,
    passThrough: {
      endpoints: passThroughEndpoints.read(general, reading.withoutGuardrails, reading),
      timeoutSeconds: passThroughSeconds,
    },
    filesSettings: filesSettings.read(file, readProviderSettings, reading),
    settingsOf: (vendor) => readProviderSettings(new Section({}, '', { ...reading, findings: new Findings() }), vendor),
    routing: routerSettings.read(router, litellm.routing),
    deployments: modelList.read(file, {
      ...reading,
      credentials,
      knownGuardrails,
      dropParams: litellm.dropParams,
      asksMessagesByChat: litellm.asksMessagesByChat,
    }),
  };
}

/** A section of the file or of another section; each of its keys that is not acted on is reported. */
function open(parent: Section, { name, keys, stops }: { name: string; keys: KnownKeys; stops?: Stopped }): Section {
  const section = parent.section(name, stops);
  reportUnknownKeys(section, keys);
  return section;
}
