import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import type { ManagementPorts } from '../management-ports.ts';
import { addTeamMembers, changeTeamMember, removeTeamMember } from './change-members.ts';
import { changeTeam, changeTeamModels, patchTeam, setTeamBlocked } from './change-team.ts';
import { listedTeams, pagedTeams, teamFilter, teamInfo } from './list-teams.ts';
import { makeTeam } from './make-team.ts';
import { addManyMembers } from './add-many-members.ts';
import { addMemberPermissions, memberPermissions, setMemberPermissions } from './member-permissions.ts';
import { ownMembership, resetMemberSpend } from './member-spend.ts';
import { removeTeams } from './remove-teams.ts';
import type { teamRoutes } from './routes.ts';
import { addTeamCallback, disableTeamLogging, removeTeamCallback, teamCallbacks } from './team-callbacks.ts';
import { accessibleTeam } from './team-access.ts';

export function teamHandlers(ports: ManagementPorts): Handlers<typeof teamRoutes, Caller> {
  const { entities } = ports;
  return {
    makeTeam: ({ request, caller }) => makeTeam(ports, caller, request.body),
    async getTeam({ query, caller }) {
      const { team } = await accessibleTeam(entities, caller, query.team_id, 'read');
      return { ...(await teamInfo(entities, team)), team_id: team.id };
    },
    async listTeams({ query, caller }) {
      return listedTeams(entities, await teamFilter(entities, caller, query));
    },
    async pageTeams({ query, caller }) {
      return pagedTeams(entities, await teamFilter(entities, caller, query), query);
    },
    // Which may be joined stands in `default_internal_user_params.available_teams`, which is not acted on.
    listAvailableTeams: () => [],
    changeTeam: ({ request, caller }) => changeTeam(ports, caller, request.body),
    patchTeam: ({ path: { team_id: id }, request, caller }) => patchTeam(ports, caller, id, request.body),
    removeTeams: ({ request, caller }) => removeTeams(entities, caller, request.body),
    blockTeam: ({ request, caller }) => setTeamBlocked(entities, caller, request.body, true),
    unblockTeam: ({ request, caller }) => setTeamBlocked(entities, caller, request.body, false),
    addTeamMembers: ({ request, caller }) => addTeamMembers(entities, caller, request.body),
    addManyMembers: ({ request, caller }) => addManyMembers(entities, caller, request.body),
    getOwnMembership: ({ path: { team_id: id }, caller }) => ownMembership(entities, caller, id),
    resetMemberSpend: ({ path: { team_id: teamId, user_id: userId }, request, caller }) =>
      resetMemberSpend(entities, caller, { teamId, userId, body: request.body }),
    getMemberPermissions: ({ query, caller }) => memberPermissions(entities, caller, query.team_id),
    setMemberPermissions: ({ request, caller }) => setMemberPermissions(entities, caller, request.body),
    addMemberPermissions: ({ request, caller }) => addMemberPermissions(entities, caller, request.body),
    changeTeamMember: ({ request, caller }) => changeTeamMember(entities, caller, request.body),
    removeTeamMember: ({ request, caller }) => removeTeamMember(entities, caller, request.body),
    addTeamCallback: ({ path, request, caller }) =>
      addTeamCallback(ports, caller, { teamId: path.team_id, body: request.body }),
    getTeamCallbacks: ({ path, caller }) => teamCallbacks(ports, caller, path.team_id),
    removeTeamCallback: ({ path, caller }) =>
      removeTeamCallback(ports, caller, { teamId: path.team_id, name: path.callback_name }),
    disableTeamLogging: ({ path, caller }) => disableTeamLogging(ports, caller, path.team_id),
    addTeamModels: ({ request, caller }) => changeTeamModels(ports, caller, request.body, 'add'),
    removeTeamModels: ({ request, caller }) => changeTeamModels(ports, caller, request.body, 'delete'),
  };
}
