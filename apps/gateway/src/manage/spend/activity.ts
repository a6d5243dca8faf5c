import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { readDays, type LabelFilter } from '../../observe/spend/read-days.ts';
import { shownActivity, type ShownEntity } from '../../observe/spend/show-activity.ts';
import type { SeriesFilter } from '../../observe/spend/spend-filter.ts';
import { checkSeesEverything } from '../granter.ts';
import { pageNumber, queryText, upToAThousand } from '../query-members.ts';
import { openSums, type SpendPorts } from './spend-ports.ts';
import { daysOf, queryDay } from './spend-query.ts';
import { namedKey, seenSpend } from './who-sees.ts';

const common = {
  method: 'get',
  tag: 'Spend',
  scope: 'spend:read',
  answer: { kind: 'json', name: 'Activity', schema: z.looseObject({ results: z.array(z.looseObject({})) }) },
  errors: ['SERVICE_UNAVAILABLE'],
} as const;

const dates = {
  start_date: queryDay,
  end_date: queryDay,
  model: queryText,
  api_key: queryText,
  page: pageNumber,
  page_size: upToAThousand.default(1_000),
};

/** What was done by day, in LiteLLM's shape (`daily_activity_routes.py`, 1.108.7). All days are in UTC. */
export const activityRoutes = {
  getUserActivity: {
    ...common,
    path: '/user/daily/activity',
    aliases: ['/user/daily/activity/aggregated'],
    summary: 'Show what users did, day by day',
    query: z.object({ ...dates, user_id: queryText }),
  },
  getTeamActivity: {
    ...common,
    path: '/team/daily/activity',
    aliases: ['/team/daily/activity/aggregated'],
    summary: 'Show what teams did, day by day',
    query: z.object({ ...dates, team_ids: queryText }),
  },
  getOrganizationActivity: {
    ...common,
    path: '/organization/daily/activity',
    aliases: ['/organization/daily/activity/aggregated'],
    summary: 'Show what organizations did, day by day',
    query: z.object({ ...dates, organization_ids: queryText }),
  },
  getTagActivity: {
    ...common,
    path: '/tag/daily/activity',
    aliases: ['/tag/daily/activity/aggregated'],
    summary: 'Show what was done under tags, day by day',
    description: 'A request with several tags counts for each of them, and once in all where no tag is named.',
    query: z.object({ ...dates, tags: queryText }),
  },
  getCustomerActivity: {
    ...common,
    path: '/customer/daily/activity',
    aliases: ['/customer/daily/activity/aggregated', '/end_user/daily/activity', '/end_user/daily/activity/aggregated'],
    summary: 'Show what was done for customers, day by day',
    query: z.object({ ...dates, end_user_ids: queryText }),
  },
} as const satisfies RouteTable;

interface Asked {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
  readonly model?: string | undefined;
  readonly api_key?: string | undefined;
  readonly page: number;
  readonly page_size: number;
}

/** Of whom an answer tells, and by which of their words where they are no entities of ours. */
interface Shown extends ShownEntity {
  readonly label?: LabelFilter;
}

export function activityHandlers(ports: SpendPorts): Handlers<typeof activityRoutes, Caller> {
  const { entities } = ports;
  const show = async (asked: Asked, caller: Caller, own: SeriesFilter, { label, ...entity }: Shown) => {
    const days = daysOf(asked);
    const query = await openSums(ports);
    const filter: SeriesFilter = {
      ...own,
      seen: await seenSpend(entities, caller),
      keys: await namedKey(entities, asked.api_key),
      model: asked.model,
    };
    const sums = await readDays(query, filter, days, label);
    const page = { page: asked.page, size: asked.page_size };
    if (label?.kind !== 'tag' || label.labels !== undefined) return shownActivity(sums, entity, page);
    const all = await readDays(query, filter, days, { kind: 'tagged' });
    return shownActivity(sums, entity, { ...page, all });
  };
  return {
    getUserActivity: ({ query, caller }) =>
      show(query, caller, { users: listed(query.user_id) }, { idOf: ({ user_id: id }) => id }),
    getTeamActivity: ({ query, caller }) =>
      show(
        query,
        caller,
        { teams: listed(query.team_ids) },
        { idOf: ({ team_id: id }) => id, metadataOf: ({ team_alias: alias }) => ({ team_alias: alias || null }) },
      ),
    getOrganizationActivity: ({ query, caller }) =>
      show(query, caller, { organizations: listed(query.organization_ids) }, { idOf: ({ organization_id: id }) => id }),
    getTagActivity: ({ query, caller }) =>
      show(
        query,
        caller,
        {},
        {
          idOf: ({ label }) => label,
          label: { kind: 'tag', labels: listed(query.tags) },
        },
      ),
    async getCustomerActivity({ query, caller }) {
      checkSeesEverything(caller);
      const customers = { kind: 'customer', labels: listed(query.end_user_ids) } as const;
      return show(query, caller, {}, { idOf: ({ label }) => label, label: customers });
    },
  };
}

function listed(ids: string | undefined): readonly string[] | undefined {
  return ids?.split(',').map((id) => id.trim());
}
