import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import type { ManagementPorts } from '../management-ports.ts';
import { changeUser, makeUser, removeUsers } from './change-users.ts';
import { changeUsers } from './change-many-users.ts';
import { accessibleUser, pagedUsers, userInfo } from './read-users.ts';
import type { userRoutes } from './routes.ts';
import { shownUser, userFactsOf } from './show-user.ts';

export function userHandlers(ports: ManagementPorts): Handlers<typeof userRoutes, Caller> {
  const { entities } = ports;
  return {
    makeUser: ({ request, caller }) => makeUser(ports, caller, request.body),
    async getUser({ query, caller }) {
      return userInfo(entities, await accessibleUser(entities, caller, query.user_id));
    },
    async getUserAlone({ query, caller }) {
      const user = await accessibleUser(entities, caller, query.user_id);
      return shownUser(user, await userFactsOf(entities, [user]));
    },
    listUsers: ({ query, caller }) => pagedUsers(entities, caller, query),
    changeUser: ({ request, caller }) => changeUser(ports, caller, request.body),
    changeUsers: ({ request, caller }) => changeUsers(ports, caller, request.body),
    removeUsers: ({ request, caller }) => removeUsers(ports, caller, request.body),
  };
}
