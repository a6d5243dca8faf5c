import { hash } from 'node:crypto';
import type { Deployment } from '../../exchange/deployment.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import type { SpendSeries } from './spend-tables.ts';

/** 13 hexadecimal digits are 52 bits, which a number holds exactly. */
const ID_DIGITS = 13;

/** Longer than any vendor's. */
const LONGEST_MODEL = 256;

/** Stands for the deployment of requests that none answered. */
const NOBODY = {};

/** The series of requests, made at the first request of each and kept as long as its deployment. */
const known = new WeakMap<Deployment | typeof NOBODY, Map<string, SpendSeries>>();

/** The series that a finished request belongs to. */
export function seriesOf(record: FinishedRecord): SpendSeries {
  const deployment = record.deployment ?? NOBODY;
  let ofDeployment = known.get(deployment);
  if (!ofDeployment) known.set(deployment, (ofDeployment = new Map<string, SpendSeries>()));
  const name = `${record.callType} ${record.isCacheHit} ${record.failure === undefined} ${record.caller.keyId} ${record.model}`;
  let series = ofDeployment.get(name);
  if (!series) ofDeployment.set(name, (series = makeSeries(record)));
  return series;
}

/** The id is a digest of the rest, so that all replicas give a series the same id without asking. */
function makeSeries({ callType, deployment, caller, model, isCacheHit, failure }: FinishedRecord): SpendSeries {
  const series = {
    call_type: callType,
    api_key: caller.keyId,
    model: asName(deployment?.vendorModel ?? ''),
    model_id: deployment?.id ?? '',
    model_group: model,
    custom_llm_provider: deployment?.adapter.name ?? '',
    cache_hit: isCacheHit ? 'True' : 'False',
    status: failure === undefined ? 'success' : 'failure',
  } as const;
  const digest = hash('sha256', JSON.stringify(Object.values(series)), 'hex');
  return { id: Number.parseInt(digest.slice(0, ID_DIGITS), 16), ...series };
}

/** Behind a wildcard callers make up names: of any length, and with NUL, which Postgres refuses in a text. */
function asName(model: string): string {
  return model.slice(0, LONGEST_MODEL).replaceAll('\0', '\ufffd').toWellFormed();
}
