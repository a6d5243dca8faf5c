import { CannotStartError } from '@showrunner/service';

/** What is wrong with, or worth knowing about, one place of a configuration. Never holds a secret's value. */
export interface Finding {
  /** `error`: something of it is not served so. `warning`: served, but surely not as meant. `hint`: worth knowing. */
  readonly level: 'error' | 'warning' | 'hint';
  /** Where, for example `model_list[0].litellm_params.api_key`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** What an error keeps from being served; nothing where it is passed by, or a default stands in. */
  readonly stops?: Stopped;
}

/** Everything, or what callers ask for by one name: an entry of `model_list`, an alias. */
export type Stopped = 'everything' | { readonly model: string };

/** Collects findings while a configuration is read, so that all of them are reported at once. */
export class Findings {
  readonly #list: Finding[] = [];
  readonly #known = new Set<string>();

  get list(): readonly Finding[] {
    return this.#list;
  }

  error(path: string, message: string, fix: string, stops?: Stopped): void {
    this.#push({ level: 'error', path, message, fix, ...(stops !== undefined && { stops }) });
  }

  warning(path: string, message: string, fix: string): void {
    this.#push({ level: 'warning', path, message, fix });
  }

  hint(path: string, message: string, fix: string): void {
    this.#push({ level: 'hint', path, message, fix });
  }

  /** Takes over what was found in a part that was read apart; the first error in it stops what the part is for. */
  add(part: Findings, stops?: Stopped): void {
    const first = part.list.find(({ level }) => level === 'error');
    for (const finding of part.list) {
      this.#push(finding === first && stops !== undefined ? { ...finding, stops } : finding);
    }
  }

  /** A value that two readers take is wrong once. */
  #push(finding: Finding): void {
    const key = `${finding.path}\n${finding.message}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#list.push(finding);
  }

  get hasErrors(): boolean {
    return this.#list.some(({ level }) => level === 'error');
  }

  get stopsEverything(): boolean {
    return this.#list.some(({ stops }) => stops === 'everything');
  }
}

export function errorsAmong(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level }) => level === 'error');
}

/** One finding as text for a terminal or a log. */
export function findingAsText(finding: Finding): string {
  return `${finding.level}: ${placedMessage(finding)}\n  fix: ${finding.fix}`;
}

/** What was found, behind the place where it was found. */
export function placedMessage({ path, message }: Finding): string {
  return `${path === '' ? 'the configuration' : path}: ${message}`;
}

/** The configuration cannot be served; holds every finding. */
export class ConfigurationError extends CannotStartError {
  readonly findings: readonly Finding[];

  constructor(source: string, findings: readonly Finding[]) {
    super(`${source} cannot be served:\n${errorsAmong(findings).map(findingAsText).join('\n')}`);
    this.findings = findings;
  }
}
