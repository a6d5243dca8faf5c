import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { pageNumber, pageSize, queryText } from '../query-members.ts';

const team = { kind: 'json', name: 'Team', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Teams', scope: 'teams:read' } as const;
const writes = { method: 'post', tag: 'Teams', scope: 'teams:write', errors: ['NOT_FOUND'] } as const;

/** Teams and who is in them, in LiteLLM's shapes. */
export const teamRoutes = {
  makeTeam: {
    ...writes,
    path: '/team/new',
    summary: 'Make a team',
    description:
      'For administrators, and for admins of an organization within it. `team_member_budget` is one budget that all members have who have none of their own.',
    answer: team,
    errors: [],
  },
  getTeam: {
    ...reads,
    path: '/team/info',
    summary: 'Read a team with its keys and members',
    query: z.object({ team_id: queryText }),
    answer: { kind: 'json', name: 'TeamInfo', schema: z.looseObject({ team_id: z.string() }) },
    errors: ['NOT_FOUND'],
  },
  listTeams: {
    ...reads,
    path: '/team/list',
    summary: 'List teams with their keys and members',
    description: 'Administrators see all, others their own, and those of organizations that they look after.',
    query: z.object({ user_id: queryText, organization_id: queryText }),
    answer: { kind: 'json', name: 'Teams', schema: z.array(z.looseObject({})) },
    errors: [],
  },
  pageTeams: {
    ...reads,
    path: '/v2/team/list',
    summary: 'List teams, page by page',
    query: z.object({
      page: pageNumber,
      page_size: pageSize,
      user_id: queryText,
      organization_id: queryText,
      team_id: queryText,
      team_alias: queryText,
      search: queryText,
      sort_by: z.enum(['team_id', 'team_alias', 'created_at'], 'must be team_id, team_alias or created_at').optional(),
      sort_order: z.enum(['asc', 'desc'], 'must be asc or desc').default('desc'),
    }),
    answer: {
      kind: 'json',
      name: 'TeamPage',
      schema: z.looseObject({ teams: z.array(z.looseObject({})), total: z.int() }),
    },
    errors: [],
  },
  listAvailableTeams: {
    ...reads,
    path: '/team/available',
    summary: 'List the teams that the caller may join by themselves: none',
    answer: { kind: 'json', name: 'AvailableTeams', schema: z.array(z.looseObject({})) },
    errors: [],
  },
  changeTeam: { ...writes, path: '/team/update', summary: 'Change a team', answer: team },
  patchTeam: {
    ...writes,
    method: 'patch',
    path: '/team/{team_id}',
    summary: 'Change a team; null clears',
    answer: team,
  },
  removeTeams: {
    ...writes,
    path: '/team/delete',
    summary: 'Delete teams, with their keys',
    answer: { kind: 'json', name: 'DeletedTeams', schema: z.object({ deleted_teams: z.array(z.string()) }) },
  },
  blockTeam: { ...writes, path: '/team/block', summary: 'Block all keys of a team', answer: team },
  unblockTeam: { ...writes, path: '/team/unblock', summary: 'Unblock a team', answer: team },
  addTeamMembers: {
    ...writes,
    path: '/team/member_add',
    summary: 'Take people into a team',
    description: 'By `user_id` or `user_email`; users who are not there yet are made.',
    answer: team,
  },
  addManyMembers: {
    ...writes,
    path: '/team/bulk_member_add',
    summary: 'Take many people into a team, or all users',
    answer: { kind: 'json', name: 'AddedMembers', schema: z.looseObject({}) },
  },
  getOwnMembership: {
    ...reads,
    path: '/team/{team_id}/members/me',
    summary: 'Read what the caller may in a team, and has spent there',
    answer: { kind: 'json', name: 'TeamMembership', schema: z.looseObject({}) },
    errors: ['NOT_FOUND'],
  },
  resetMemberSpend: {
    ...writes,
    path: '/team/{team_id}/member/{user_id}/reset_spend',
    summary: 'Set what a member has spent in a team',
    answer: { kind: 'json', name: 'MemberSpend', schema: z.looseObject({}) },
  },
  getMemberPermissions: {
    ...reads,
    path: '/team/permissions_list',
    summary: 'Read what members of a team may do with its keys',
    query: z.object({ team_id: queryText }),
    answer: { kind: 'json', name: 'MemberPermissions', schema: z.looseObject({}) },
    errors: ['NOT_FOUND'],
  },
  setMemberPermissions: {
    ...writes,
    path: '/team/permissions_update',
    summary: 'Say what members of a team may do with its keys',
    answer: team,
  },
  addMemberPermissions: {
    ...writes,
    path: '/team/permissions_bulk_update',
    summary: 'Add to what members of several teams may do',
    answer: { kind: 'json', name: 'AddedPermissions', schema: z.looseObject({}) },
  },
  changeTeamMember: {
    ...writes,
    path: '/team/member_update',
    summary: 'Change what somebody may in a team',
    answer: { kind: 'json', name: 'TeamMember', schema: z.looseObject({}) },
  },
  removeTeamMember: {
    ...writes,
    path: '/team/member_delete',
    summary: 'Let somebody go, with the keys that they have in the team',
    answer: team,
  },
  addTeamModels: { ...writes, path: '/team/model/add', summary: 'Add to a team’s models', answer: team },
  addTeamCallback: {
    ...writes,
    path: '/team/{team_id}/callback',
    summary: 'Have one more told of a team’s calls',
    description: 'For administrators and those who look after the team. Secrets are kept sealed and shown masked.',
    answer: { kind: 'json', name: 'TeamCallbackAdded', schema: z.looseObject({ status: z.literal('success') }) },
  },
  getTeamCallbacks: {
    ...reads,
    path: '/team/{team_id}/callback',
    summary: 'Read who is told of a team’s calls',
    answer: { kind: 'json', name: 'TeamCallbacks', schema: z.looseObject({ status: z.literal('success') }) },
    errors: ['NOT_FOUND'],
  },
  removeTeamCallback: {
    ...writes,
    method: 'delete',
    path: '/team/{team_id}/callback/{callback_name}',
    summary: 'Have one told no longer of a team’s calls',
    answer: { kind: 'json', name: 'TeamCallbackRemoved', schema: z.looseObject({ status: z.literal('success') }) },
  },
  disableTeamLogging: {
    ...writes,
    path: '/team/{team_id}/disable_logging',
    summary: 'Have nobody told of a team’s calls but those of the configuration',
    answer: { kind: 'json', name: 'TeamLoggingDisabled', schema: z.looseObject({ status: z.literal('success') }) },
  },
  removeTeamModels: { ...writes, path: '/team/model/delete', summary: 'Take from a team’s models', answer: team },
} as const satisfies RouteTable;
