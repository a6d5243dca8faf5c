import type { GenerationMeta } from '@showrunner/contract';
import type { GenerationFinding } from './variant.ts';

/** A finding as `meta.checks` and error details show it. */
export function checkFigures(finding: GenerationFinding): GenerationMeta['checks'][number] {
  const { name, ok, outcome, value, limit, unit, sceneId, variant } = finding;
  return {
    name,
    ok,
    ...(outcome === undefined ? {} : { outcome }),
    value,
    limit,
    unit,
    ...(sceneId === undefined ? {} : { scene_id: sceneId }),
    ...(variant === undefined ? {} : { variant }),
  };
}
