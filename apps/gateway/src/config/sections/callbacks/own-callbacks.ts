import type { Mapping } from '../../../json/mapping.ts';
import { CALLBACK_FAMILIES, type CallbackFamily } from '../../../litellm/callback-variables.ts';
import { Findings } from '../../finding.ts';
import { Section, type Reading } from '../../reading/section.ts';
import type { SinkSettings } from './callback.ts';
import { sinkReaders } from './sinks.ts';

/** Where events of a callback of a key's or a team's own go, or why they go nowhere. */
export type OwnSink = { readonly sink: SinkSettings; readonly isRedacted: boolean } | { readonly problem: string };

/** What the file says of a callback by its name, and whether it says that nothing of content is told. */
export interface WrittenCallback {
  readonly settings: Mapping;
  readonly isRedacted: boolean;
}

/**
 * Reads callbacks that keys and teams have of their own: as whom they go is theirs where they say it, else the
 * gateway's. What they say of one vendor stands alone: nothing of theirs is sent along with a secret of the gateway's.
 */
export class OwnCallbackReader {
  readonly #reading: Reading;
  readonly #written: (name: string) => WrittenCallback;

  constructor(reading: Reading, written: (name: string) => WrittenCallback) {
    this.#reading = reading;
    this.#written = written;
  }

  /** Those that run, for a message. */
  get names(): readonly string[] {
    return [...sinkReaders.keys()];
  }

  /** Whether there is such a one: of this gateway, or of the file's own naming. */
  runs(name: string): boolean {
    return sinkReaders.has(this.#typeOf(name));
  }

  /** The variables that a callback takes; none where it goes by the gateway's settings alone. */
  familyOf(name: string): CallbackFamily | undefined {
    const type = this.#typeOf(name);
    return Object.hasOwn(CALLBACK_FAMILIES, type) ? CALLBACK_FAMILIES[type] : undefined;
  }

  /** @param variables what the key or the team says, by LiteLLM's names; those of other callbacks are passed by */
  read(name: string, variables: Readonly<Record<string, string>>): OwnSink {
    const reader = sinkReaders.get(this.#typeOf(name));
    if (!reader) return { problem: `must be one of ${this.names.join(', ')}` };
    const { settings, isRedacted } = this.#written(name);
    const findings = new Findings();
    const own = ownSettings(this.familyOf(name), variables);
    const environment = { ...this.#reading.environment, ...own.environment };
    const section = new Section(own.isElsewhere ? {} : settings, name, { ...this.#reading, environment, findings });
    const sink = reader(section);
    if (sink) return { sink, isRedacted };
    const missing = Object.entries(this.familyOf(name)?.variables ?? {}).filter(
      ([, { setting }]) => !environment[setting],
    );
    return {
      problem: `cannot be told anything without ${missing.map(([variable]) => variable).join(', ') || 'its settings'}`,
    };
  }

  #typeOf(name: string): string {
    const { callback_type: type } = this.#written(name).settings;
    return typeof type === 'string' ? type : name;
  }
}

interface OwnSettings {
  /** Over the gateway's: what is undefined is nobody's. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isElsewhere: boolean;
}

/**
 * Where what is theirs leads elsewhere, nothing of the gateway's goes there; whoever says who they are stays at the
 * gateway's place, and nothing else of it goes with what is theirs.
 */
function ownSettings(family: CallbackFamily | undefined, variables: Readonly<Record<string, string>>): OwnSettings {
  const all = Object.entries(family?.variables ?? {});
  const said = all.filter(([variable]) => variables[variable]);
  const isElsewhere = said.some(([, { isPlace }]) => isPlace);
  const isProven = said.some(([, { isProof }]) => isProof);
  const cleared = all
    .filter(([, { isPlace }]) => isElsewhere || (isProven && isPlace !== true))
    .map(([, { setting }]) => setting);
  const further = isElsewhere ? (family?.furtherPlaces ?? []) : [];
  return {
    environment: Object.fromEntries([
      ...[...cleared, ...further].map((setting) => [setting, undefined] as const),
      ...said.map(([variable, { setting }]) => [setting, variables[variable]] as const),
    ]),
    isElsewhere,
  };
}
