import { isMapping, type Mapping } from '../../json/mapping.ts';
import { durationSeconds } from '../../litellm/duration.ts';
import type { Section } from './section.ts';

/** What those who are made have that say nothing of it, and how far keys may go. Under LiteLLM's names. */
export interface MadeParams {
  /** `default_key_generate_params` */
  readonly keys: Mapping;
  /** `upperbound_key_generate_params` */
  readonly mostOfKeys: MostOfKeys;
  /** `default_team_params` */
  readonly teams: Mapping;
  /** `default_internal_user_params` */
  readonly users: Mapping;
  /** `max_internal_user_budget`, `internal_user_budget_duration`: for who is an `internal_user`. */
  readonly internalUsers: Mapping;
}

/** What no key may have more of, and each has that says nothing of it. */
export interface MostOfKeys {
  readonly figures: Readonly<Record<string, number>>;
  readonly durations: Readonly<Record<string, string>>;
}

const FIGURES = ['max_budget', 'max_parallel_requests', 'tpm_limit', 'rpm_limit'];
const DURATIONS = ['budget_duration', 'duration'];

/** Reads what `litellm_settings` say of it. */
export function readMadeParams(litellm: Section): MadeParams {
  const budget = litellm.number('max_internal_user_budget');
  const duration = readLength(litellm, 'internal_user_budget_duration');
  return {
    keys: litellm.section('default_key_generate_params', 'everything').values,
    mostOfKeys: readMost(litellm.section('upperbound_key_generate_params', 'everything')),
    teams: { ...olderTeamBudget(litellm), ...litellm.section('default_team_params', 'everything').values },
    users: litellm.section('default_internal_user_params', 'everything').values,
    internalUsers: {
      ...(budget !== undefined && { max_budget: budget }),
      ...(duration !== undefined && { budget_duration: duration }),
    },
  };
}

/** LiteLLM's older place for the budget of new teams: the first of `default_team_settings`. */
function olderTeamBudget(litellm: Section): Mapping {
  const [first] = litellm.list('default_team_settings');
  return isMapping(first) && typeof first.max_budget === 'number' ? { max_budget: first.max_budget } : {};
}

function readMost(section: Section): MostOfKeys {
  for (const name of Object.keys(section.values)) {
    if (FIGURES.includes(name) || DURATIONS.includes(name)) continue;
    section.findings.error(
      section.at(name),
      'is nothing that can be bounded here, and keys would go beyond it',
      `write ${[...FIGURES, ...DURATIONS].join(', ')}, or take it away`,
      'everything',
    );
  }
  const figures = FIGURES.flatMap((name) => {
    const most = section.number(name);
    return most === undefined ? [] : [[name, most] as const];
  });
  const durations = DURATIONS.flatMap((name) => {
    const most = readLength(section, name);
    return most === undefined ? [] : [[name, most] as const];
  });
  return { figures: Object.fromEntries(figures), durations: Object.fromEntries(durations) };
}

function readLength(section: Section, name: string): string | undefined {
  const length = section.text(name);
  if (length === undefined || durationSeconds(length) !== undefined) return length;
  section.findings.error(section.at(name), `"${length.slice(0, 100)}" is no length of time`, 'write one such as 30d');
  return undefined;
}
