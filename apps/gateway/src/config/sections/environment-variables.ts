import type { Findings } from '../finding.ts';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';
import type { Environment } from '../reading/section.ts';
import { resolveReferences } from '../resolve-references.ts';

/** `environment_variables`: a file's own, by any name. It is read before all others, whose references it serves. */
export const environmentVariables = {
  name: 'environment_variables',

  /** They stand beside the process's own; LiteLLM's `model_list` does not see them, ours does. */
  read(file: Mapping, environment: Environment, findings: Findings): Environment {
    const own = file.environment_variables;
    if (own === undefined || own === null) return environment;
    if (!isMapping(own)) {
      findings.error(environmentVariables.name, `is ${kindOf(own)}, not a mapping`, 'write NAME: value on each line');
      return environment;
    }
    const { value } = resolveReferences(own, environment, findings);
    const texts = Object.entries(isMapping(value) ? value : {}).filter(
      ([, text]) => text !== undefined && text !== null,
    );
    return { ...environment, ...Object.fromEntries(texts.map(([name, text]) => [name, String(text)])) };
  },
};
