import { hash } from 'node:crypto';
import { RecentMap } from '@showrunner/store';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import { ADMINISTRATOR_ID } from '../../admit/administrator.ts';
import { withoutAccess } from '../../config/public-params.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { SpendSeries } from '../../stored/spend-tables.ts';
import { MadeUpNames } from './made-up-names.ts';

/** 13 hexadecimal digits are 52 bits, which a number holds exactly. */
const ID_DIGITS = 13;

/** Longer than any vendor's. */
const LONGEST_MODEL = 256;

/** Stands for the deployment of requests that none answered. */
const NOBODY = {};

/** About 50 MB once a hundred thousand keys call. What is forgotten beyond it is made again with the next request of its kind, and has the same id. */
const MOST_SERIES = 200_000;

/**
 * The series of requests, by key, model and deployment: so many that only those of late are kept. A deployment counts by
 * its number, because names behind wildcards are as long as callers like; so does a key, which is another object when
 * anything about it was changed.
 */
const known = new RecentMap<string, SpendSeries>(MOST_SERIES);
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** Behind wildcards callers make up models, each a series that is kept for good. */
const models = new MadeUpNames();

/** The series that a finished request belongs to. */
export function seriesOf(record: FinishedRecord): SpendSeries {
  const { callType, isCacheHit, failure, caller, model } = record;
  const deployment = record.deployment ?? record.asked ?? NOBODY;
  const name = `${numberOf(deployment)} ${callType} ${isCacheHit} ${failure === undefined} ${caller instanceof VirtualKey ? `key ${caller.serial}` : numberOf(caller)} ${model}`;
  let series = known.get(name);
  if (!series) known.set(name, (series = makeSeries(record)));
  return series;
}

/** How many series are kept in memory. */
export function keptSeries(): number {
  return known.size;
}

function numberOf(one: object): number {
  let number = numbers.get(one);
  if (number === undefined) numbers.set(one, (number = ++lastNumber));
  return number;
}

/** The id is a digest of the rest, so that all replicas give a series the same id without asking. */
function makeSeries(record: FinishedRecord): SpendSeries {
  const { callType, model, isCacheHit, failure } = record;
  const deployment = record.deployment ?? record.asked;
  const series = {
    call_type: callType,
    ...keyOf(record),
    model: models.bounded(asName(deployment ? loggedModel(deployment) : '')),
    model_id: deployment?.id ?? '',
    model_group: model,
    custom_llm_provider: deployment?.adapter.name ?? '',
    api_base: baseOf(deployment),
    cache_hit: isCacheHit ? 'True' : 'False',
    status: failure === undefined ? 'success' : 'failure',
  } as const;
  const digest = hash('sha256', JSON.stringify(Object.values(series)), 'hex');
  return { id: Number.parseInt(digest.slice(0, ID_DIGITS), 16), ...series };
}

/** As LiteLLM's rows have it (`reconstruct_model_name`, 1.108.7): as it is configured, with its vendor before it. */
function loggedModel({ model, adapter, vendorModel }: Deployment): string {
  return model.includes('*') ? `${adapter.name}/${vendorModel}` : model;
}

type KeyMembers = Pick<
  SpendSeries,
  'api_key' | 'key_hash' | 'key_alias' | 'team_id' | 'team_alias' | 'user_id' | 'organization_id'
>;

/** Whose key it is, under the names that all of them have now: rows keep them when keys and teams go. */
function keyOf({ caller }: FinishedRecord): KeyMembers {
  const { keyId, grants } = caller;
  if (!(caller instanceof VirtualKey)) {
    const nobody = { key_alias: '', team_id: '', team_alias: '', user_id: ADMINISTRATOR_ID, organization_id: '' };
    return { api_key: keyId, key_hash: keyId, ...nobody };
  }
  return {
    api_key: keyId,
    key_hash: caller.digest,
    key_alias: caller.alias ?? '',
    team_id: grants?.team ?? '',
    team_alias: caller.holding.team?.alias ?? '',
    user_id: grants?.user ?? '',
    organization_id: grants?.organization ?? '',
  };
}

/** Addresses hold keys now and then. */
function baseOf(deployment: Deployment | undefined): string {
  const { apiBase } = deployment?.settings ?? {};
  return apiBase === undefined ? '' : asName(withoutAccess(apiBase));
}

/** Behind a wildcard callers make up names: of any length, and with NUL, which Postgres refuses in a text. */
function asName(model: string): string {
  return model.slice(0, LONGEST_MODEL).replaceAll('\0', '\ufffd').toWellFormed();
}
