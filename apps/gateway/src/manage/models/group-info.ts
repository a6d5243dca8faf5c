import type { ModelInfo } from '@showrunner/models';
import type { ModelGroup } from '../../route/model-group.ts';
import type { Serving } from '../../serving/serving.ts';
import { largest } from './list-models.ts';

const ABILITIES = [
  'supports_parallel_function_calling',
  'supports_vision',
  'supports_web_search',
  'supports_url_context',
  'supports_reasoning',
  'supports_function_calling',
] as const;

/** The largest of what its deployments have: the dearest, the longest (LiteLLM's `ModelGroupInfo`, `types/router.py`, 1.108.7). */
const FIGURES = [
  'max_input_tokens',
  'max_output_tokens',
  'input_cost_per_token',
  'output_cost_per_token',
  'input_cost_per_pixel',
] as const;

/** What the deployments of each name can do together; of one name where it is given, none where nobody has it. */
export function groupInfo({ router }: Serving, only: string | undefined, mayAsk: (name: string) => boolean): object[] {
  return (only === undefined ? router.names : [only]).filter(mayAsk).flatMap((name) => {
    const group = router.resolve(name);
    return group && group.deployments.length > 0 ? [describe(name, group)] : [];
  });
}

function describe(name: string, { deployments }: ModelGroup): object {
  const infos = deployments.map(({ info }) => info);
  return {
    model_group: name,
    providers: [...new Set(deployments.map(({ adapter }) => adapter.name))],
    ...Object.fromEntries(FIGURES.map((figure) => [figure, largest(infos.map((info) => info[figure])) ?? null])),
    mode: firstText(infos, 'mode') ?? 'chat',
    tpm: sum(deployments.map(({ tpm }) => tpm)),
    rpm: sum(deployments.map(({ rpm }) => rpm)),
    // Input and output apart, health checks, a public hub: not here.
    itpm: null,
    otpm: null,
    health_status: null,
    health_response_time: null,
    health_checked_at: null,
    is_public_model_group: false,
    supports_fast_mode: false,
    supported_reasoning_efforts: [],
    supported_openai_params: infos.map((info) => info.supported_openai_params).find(Array.isArray) ?? [],
    ...Object.fromEntries(ABILITIES.map((ability) => [ability, infos.some((info) => info[ability] === true)])),
    configurable_clientside_auth_params: allowedAccess(deployments),
    description: firstText(infos, 'description') ?? null,
  };
}

/** As it is written; the first deployment that says something counts, as in LiteLLM. */
function allowedAccess(deployments: ModelGroup['deployments']): unknown {
  return deployments.map(({ publicParams }) => publicParams.configurable_clientside_auth_params).find(Boolean) ?? null;
}

function firstText(infos: readonly ModelInfo[], member: string): string | undefined {
  return infos.map((info) => info[member]).find((value) => typeof value === 'string');
}

/** Null where no deployment says anything. */
function sum(figures: readonly (number | undefined)[]): number | null {
  const said = figures.filter((figure) => figure !== undefined);
  return said.length === 0 ? null : said.reduce((total, figure) => total + figure, 0);
}
