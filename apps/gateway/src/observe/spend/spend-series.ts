import { hash } from 'node:crypto';
import type { Deployment } from '../../exchange/deployment.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import { RecentMap } from './recent-map.ts';
import type { SpendSeries } from '../../stored/spend-tables.ts';

/** 13 hexadecimal digits are 52 bits, which a number holds exactly. */
const ID_DIGITS = 13;

/** Longer than any vendor's. */
const LONGEST_MODEL = 256;

/** Stands for the deployment of requests that none answered. */
const NOBODY = {};

/** About 5 MB. What is forgotten beyond it is made again with the next request of its kind, and has the same id. */
const MOST_SERIES = 20_000;

/**
 * The series of requests, by key, model and deployment: so many that only those of late are kept. A deployment counts by
 * its number, because names behind wildcards are as long as callers like.
 */
const known = new RecentMap<string, SpendSeries>(MOST_SERIES);
const numbers = new WeakMap<Deployment | typeof NOBODY, number>();
let lastNumber = 0;

/** The series that a finished request belongs to. */
export function seriesOf(record: FinishedRecord): SpendSeries {
  const { callType, isCacheHit, failure, caller, model, deployment = NOBODY } = record;
  const name = `${numberOf(deployment)} ${callType} ${isCacheHit} ${failure === undefined} ${caller.keyId} ${model}`;
  let series = known.get(name);
  if (!series) known.set(name, (series = makeSeries(record)));
  return series;
}

/** How many series are kept in memory. */
export function keptSeries(): number {
  return known.size;
}

function numberOf(deployment: Deployment | typeof NOBODY): number {
  let number = numbers.get(deployment);
  if (number === undefined) numbers.set(deployment, (number = ++lastNumber));
  return number;
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
