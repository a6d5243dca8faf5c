import { Findings, type Stopped } from '../finding.ts';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a configuration is read with. */
export interface Reading {
  readonly environment: Environment;
  /** Path of each value whose variable is not set, with the variable's name. */
  readonly missing: ReadonlyMap<string, string>;
  readonly findings: Findings;
}

/** What stands for a switch beside true and false: in quotes, in the environment, for Python, in YAML 1.1. */
const SWITCH: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...['true', 't', 'yes', 'y', 'on', 'enabled', '1', 1].map((value) => [value, true] as const),
  ...['false', 'f', 'no', 'n', 'off', 'disabled', '0', 0].map((value) => [value, false] as const),
]);

/** One mapping of the configuration, read key by key; each wrong type is one finding with its path. */
export class Section {
  readonly path: string;
  readonly values: Mapping;
  /** What is written is no mapping. */
  readonly isWrong: boolean;
  readonly #reading: Reading;

  /** What is no mapping is an empty one with an error, which may stop something. */
  constructor(values: unknown, path: string, reading: Reading, stops?: Stopped) {
    this.path = path;
    this.#reading = reading;
    this.values = isMapping(values) ? values : {};
    this.isWrong = values !== undefined && values !== null && !isMapping(values);
    if (this.isWrong) {
      this.findings.error(
        path,
        `is ${kindOf(values)}, not a mapping`,
        `write \`${lastName(path)}:\` with indented keys below it`,
        stops,
      );
    }
  }

  get findings(): Findings {
    return this.#reading.findings;
  }

  get environment(): Environment {
    return this.#reading.environment;
  }

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  /** Whether the key is written, and not as nothing. */
  has(key: string): boolean {
    return this.values[key] !== undefined && this.values[key] !== null;
  }

  /** The variable that a key names and that is not set. */
  unset(key: string): string | undefined {
    return this.#reading.missing.get(this.at(key));
  }

  /** The variables that are not set, by their places in this section: `api_base`, `extra_headers.x-team`. */
  unsetBelow(): [place: string, variable: string][] {
    const start = `${this.path}.`;
    return [...this.#reading.missing].flatMap(([path, variable]): [string, string][] =>
      path.startsWith(start) ? [[path.slice(start.length), variable]] : [],
    );
  }

  section(key: string, stops?: Stopped): Section {
    return new Section(this.values[key], this.at(key), this.#reading, stops);
  }

  /** Reads a part of this section with findings of its own; the first error among them may stop something. */
  apart<Part>(read: (section: Section) => Part, stops?: Stopped): { part: Part; hasErrors: boolean } {
    const findings = new Findings();
    const part = read(new Section(this.values, this.path, { ...this.#reading, findings }));
    this.findings.add(findings, stops);
    return { part, hasErrors: findings.hasErrors };
  }

  text(key: string): string | undefined {
    const value = this.values[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    this.findings.error(this.at(key), `is ${kindOf(value)}, not text`, 'write it as text, in quotes if needed');
    return undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.values[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    const isOn = SWITCH.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
    if (isOn === undefined) {
      this.findings.error(this.at(key), `is ${kindOf(value)}, not true or false`, 'write true or false without quotes');
    } else if (!isOn && typeof value === 'string') {
      const message = `is the text "${value}", which LiteLLM takes for true; it is false here`;
      this.findings.warning(this.at(key), message, 'write false without quotes');
    }
    return isOn;
  }

  /** A number, also as text (that is how the environment gives it), not below `least`. */
  number(key: string, least = 0): number | undefined {
    const value = this.values[key];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(withoutUnderscores(value)) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= least) return number;
    this.findings.error(
      this.at(key),
      typeof number === 'number' && Number.isFinite(number) ? `is below ${least}` : `is ${kindOf(value)}, not a number`,
      `write a number of at least ${least}`,
    );
    return undefined;
  }

  count(key: string): number | undefined {
    const number = this.number(key);
    if (number === undefined || Number.isInteger(number)) return number;
    this.findings.error(this.at(key), 'is not a whole number', 'write a whole number');
    return undefined;
  }

  /** A list; a single text counts as a list of one, as in LiteLLM. */
  texts(key: string): string[] | undefined {
    const value = this.values[key];
    if (value === undefined || value === null) return undefined;
    const list = Array.isArray(value) ? value : [value];
    if (list.every((item) => typeof item === 'string')) return list;
    this.findings.error(this.at(key), 'is not a list of texts', 'write one text a line, each after a dash');
    return undefined;
  }

  list(key: string): unknown[] {
    const value = this.values[key];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.findings.error(this.at(key), `is ${kindOf(value)}, not a list`, 'start each entry with a dash');
    return [];
  }
}

/** Python's way to write large numbers: `100_000`. */
function withoutUnderscores(text: string): string {
  return text.replaceAll(/(?<=\d)_(?=\d)/g, '');
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
