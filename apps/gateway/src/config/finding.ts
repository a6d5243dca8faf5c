import { CannotStartError } from '@showrunner/service';
/** What is wrong with, or worth knowing about, one place of a configuration. Never holds a secret's value. */
export interface Finding {
  /** `error`: the file cannot be served so. `warning`: served, but surely not as meant. `hint`: worth knowing. */
  level: 'error' | 'warning' | 'hint';
  /** Where, for example `model_list[0].litellm_params.api_key`; empty for the file as a whole. */
  path: string;
  message: string;
  fix: string;
}

/** Collects findings while a configuration is read, so that all of them are reported at once. */
export class Findings {
  readonly list: Finding[] = [];

  error(path: string, message: string, fix: string): void {
    this.list.push({ level: 'error', path, message, fix });
  }

  warning(path: string, message: string, fix: string): void {
    this.list.push({ level: 'warning', path, message, fix });
  }

  hint(path: string, message: string, fix: string): void {
    this.list.push({ level: 'hint', path, message, fix });
  }

  get hasErrors(): boolean {
    return this.list.some((finding) => finding.level === 'error');
  }
}

/** One finding as text for a terminal or a log. */
export function findingAsText(finding: Finding): string {
  const where = finding.path === '' ? 'the configuration' : finding.path;
  return `${finding.level}: ${where}: ${finding.message}\n  fix: ${finding.fix}`;
}

/** The configuration cannot be served; holds every finding. */
export class ConfigurationError extends CannotStartError {
  readonly findings: readonly Finding[];

  constructor(source: string, findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.level === 'error');
    super(`${source} cannot be served:\n${errors.map(findingAsText).join('\n')}`);
    this.findings = findings;
  }
}
