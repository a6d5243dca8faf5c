import { stackEnvironment } from '../../apps/cli/src/environment.ts';
import { gatewayEnvironment } from '../../apps/gateway/src/environment.ts';
import { mpcApiEnvironment } from '../../apps/mpc-api/src/environment.ts';
import type { Variable } from '../../packages/service/src/environment.ts';

/** One variable and everything that reads it. */
export interface Setting {
  readonly name: string;
  readonly variable: Variable;
  /** `gateway`, `mpc-api`, `showrunner`, each with what holds there when it is not set. */
  readonly readBy: readonly { readonly reader: string; readonly defaultValue: unknown }[];
}

/** Who reads what, in the order in which the sections appear; the first who reads a variable describes it. */
const readers = {
  showrunner: stackEnvironment.variables,
  gateway: gatewayEnvironment.variables,
  'mpc-api': mpcApiEnvironment.variables,
} as const satisfies Record<string, Readonly<Record<string, Variable>>>;

/** The sections in the order of their first variable, each with its settings; a variable of two readers stands once. */
export function settingsBySection(): ReadonlyMap<string, readonly Setting[]> {
  return Map.groupBy(allSettings(), ({ variable }) => variable.section ?? 'Other');
}

function allSettings(): readonly Setting[] {
  const settings = new Map<string, Setting>();
  for (const [reader, variables] of Object.entries(readers)) {
    for (const [name, variable] of Object.entries<Variable>(variables)) {
      const known = settings.get(name);
      settings.set(name, {
        name,
        variable: known?.variable ?? variable,
        readBy: [...(known?.readBy ?? []), { reader, defaultValue: variable.default }],
      });
    }
  }
  return [...settings.values()];
}

/** A default as an operator would write it. */
export function printDefault(value: unknown): string {
  // A list is written as the variable takes it: between commas.
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
