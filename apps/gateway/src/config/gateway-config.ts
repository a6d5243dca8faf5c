import type { Mapping } from '../json/mapping.ts';
import type { ProviderAdapter, ProviderSettings } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Finding } from './finding.ts';
import type { ConfigurationSource } from './read-file.ts';
import type { ClientHeaderSettings } from './reading/client-headers.ts';
import type { RedisPlace } from './reading/redis-place.ts';
import type { AlertSettings } from './sections/alerting.ts';
import type { CallbackSettings } from './sections/callbacks/callback.ts';
import type { OwnCallbackReader } from './sections/callbacks/own-callbacks.ts';
import type { CacheSettings } from './sections/cache-params.ts';
import type { FilesSettings } from './sections/files-settings.ts';
import type { AccessSettings } from './sections/general-settings/access-settings.ts';
import type { AccountingSettings } from './sections/general-settings/accounting-settings.ts';
import type { ChatSettings } from './sections/general-settings/general-settings.ts';
import type { StorageSettings } from './sections/general-settings/storage-settings.ts';
import type { GuardrailsSettings } from './sections/guardrails/guardrails.ts';
import type { MadeParams } from './reading/made-params.ts';
import type { MetricsSettings } from './sections/metrics-settings.ts';
import type { PassThroughEndpoint } from './sections/pass-through-endpoints.ts';
import type { RoutingSettings } from './sections/router-settings.ts';
import type { SpendingSettings } from './spending-settings.ts';

/** What the sections of a configuration say together. */
export interface ConfiguredSettings {
  readonly deployments: readonly Deployment[];
  readonly routing: RoutingSettings;
  readonly access: AccessSettings;
  /** Where the state is that replicas share; nothing for this process's memory. */
  readonly redis: RedisPlace | undefined;
  readonly accounting: AccountingSettings;
  readonly storage: StorageSettings;
  readonly spending: SpendingSettings;
  /** What those who are made through the API have by default, and at most. */
  readonly made: MadeParams;
  readonly chats: ChatSettings;
  readonly guardrails: GuardrailsSettings;
  readonly metrics: MetricsSettings;
  /** Who is told when something goes wrong; nothing where nobody is. */
  readonly alerts: AlertSettings | undefined;
  /** Who is told of requests. */
  readonly callbacks: readonly CallbackSettings[];
  /** How callbacks are read that keys and teams have of their own. */
  readonly ownCallbacks: OwnCallbackReader;
  /** What the file says of callbacks of teams (`default_team_settings`), by their ids. */
  readonly callbacksOfTeams: ReadonlyMap<string, Mapping>;
  /** Keys and requests may turn off whoever is told (`allow_dynamic_callback_disabling`). */
  readonly turnsOffCallbacks: boolean;
  /** Vendors are told of which trace their call is a part. */
  readonly handsOnTraces: boolean;
  /** Whose headers vendors are sent as well; nothing where nobody's are. */
  readonly clientHeaders: ClientHeaderSettings | undefined;
  readonly cache: CacheSettings | undefined;
  readonly passThrough: PassThroughSettings;
  /** As whom vendors are asked for files and batches. */
  readonly filesSettings: FilesSettings;
  /** As whom a vendor is called where no deployment says it: by its variables of the environment. */
  readonly settingsOf: (vendor: ProviderAdapter) => ProviderSettings;
}

/** What is passed through to whom. */
export interface PassThroughSettings {
  /** Those that the file names, in its order. */
  readonly endpoints: readonly PassThroughEndpoint[];
  /** How long each may take to its answer's head, in seconds. */
  readonly timeoutSeconds: number;
}

/** A configuration file, read and checked: everything that serving needs, immutable. */
export interface GatewayConfig extends ConfiguredSettings {
  /** What was read, and each file of it, to watch for changes. */
  readonly written: ConfigurationSource;
  /** What is worth knowing though it can be served. */
  readonly findings: readonly Finding[];
}
