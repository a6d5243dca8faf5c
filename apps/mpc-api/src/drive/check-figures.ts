import type { GenerationMeta } from '@showrunner/contract';
import type { GenerationFinding } from './variant.ts';

/** A finding as `meta.checks` and error details show it. */
export function checkFigures(finding: GenerationFinding): GenerationMeta['checks'][number] {
  const { name, ok, severity, outcome, message, value, limit, unit, path, removed, sceneId, variant } = finding;
  const always = { name, ok, severity, message, value, limit, unit };
  if ((outcome ?? path ?? removed ?? sceneId ?? variant) === undefined) return always;
  return {
    ...always,
    ...(outcome !== undefined && { outcome }),
    ...(path !== undefined && { path }),
    ...(removed !== undefined && { removed }),
    ...(sceneId !== undefined && { scene_id: sceneId }),
    ...(variant !== undefined && { variant }),
  };
}
