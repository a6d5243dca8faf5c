import { EnvironmentError } from './environment-error.ts';
import { readVariable } from './read-variable.ts';
import type { EnvironmentOf, ProcessEnvironment, Variable, Variables } from './variable.ts';

export interface Environment<Definitions extends Variables> {
  /** For the documents, in the order in which they were written down. */
  readonly variables: Definitions;
  /** Every variable, typed. Throws one `EnvironmentError` that names all that is wrong. */
  read(source: ProcessEnvironment): EnvironmentOf<Definitions>;
}

/** The one schema of an app's environment: it reads it, and `.env.example` and the reference page are made from it. */
export function defineEnvironment<const Definitions extends { readonly [Name in keyof Definitions]: Variable }>(
  variables: Definitions & Variables,
): Environment<Definitions & Variables> {
  return {
    variables,
    read(source) {
      const readings = Object.entries(variables).map(
        ([name, variable]) => [name, readVariable(name, variable, source)] as const,
      );
      const findings = readings.flatMap(([, reading]) => ('finding' in reading ? [reading.finding] : []));
      if (findings.length > 0) throw new EnvironmentError(findings);
      return Object.fromEntries(
        readings.map(([name, reading]) => [name, 'value' in reading ? reading.value : undefined]),
      ) as EnvironmentOf<Definitions & Variables>;
    },
  };
}
