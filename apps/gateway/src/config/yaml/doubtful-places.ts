import { isCollection, isMap, isPair, isScalar, Scalar, visit, type Document, type Node, type YAMLMap } from 'yaml';
import type { Findings } from '../finding.ts';
import { surpriseOf } from './python-scalars.ts';

/** Reports what is read, and perhaps not as it was meant: a key that stands twice, a number in another base. */
export function reportDoubtfulPlaces(document: Document, findings: Findings): void {
  visit(document, {
    Map: (_, map, ancestors) => reportTwice(map, pathOf(ancestors, map), findings),
    Scalar(key, scalar, ancestors) {
      const source = scalar.type === Scalar.PLAIN && key !== 'key' ? scalar.source : undefined;
      const surprise = source === undefined ? undefined : surpriseOf(source);
      if (surprise) findings.warning(pathOf(ancestors, scalar), surprise.message, surprise.fix);
    },
  });
}

function reportTwice(map: YAMLMap, path: string, findings: Findings): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = nameOf(key);
    if (seen.has(name) && name !== '<<') {
      findings.warning(path === '' ? name : `${path}.${name}`, 'stands twice, and the last counts', 'remove the other');
    }
    seen.add(name);
  }
}

/** The place of a node as findings write it: `model_list[0].litellm_params`. */
function pathOf(ancestors: readonly unknown[], node: Node): string {
  const way = [...ancestors, node];
  return way.reduce<string>((path, step, index) => {
    if (isPair(step)) return path === '' ? nameOf(step.key) : `${path}.${nameOf(step.key)}`;
    const within = way[index - 1];
    return isCollection(within) && !isMap(within) ? `${path}[${within.items.indexOf(step)}]` : path;
  }, '');
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
