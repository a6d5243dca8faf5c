import { customerMembers } from '../manage/customers/customer-members.ts';
import { keyMembers } from '../manage/keys/key-members.ts';
import type { MemberTable } from '../manage/members.ts';
import { organizationMembers } from '../manage/organizations/organization-members.ts';
import { tagMembers } from '../manage/tags/tag-members.ts';
import { teamMembers } from '../manage/teams/team-members.ts';
import { userMembers } from '../manage/users/user-members.ts';
import type { manager } from './manage.ts';

/** How somebody is called for who was made: the key, and what else the call says. */
export interface Held {
  readonly holder: string;
  readonly members?: object;
}

/** Somebody who has limits of their own: which members they take, and how one is made with some. */
export interface Holder {
  readonly takes: MemberTable;
  readonly make: (members: object) => Promise<Held>;
}

let names = 0;

/** A name that nobody has. */
export function newName(): string {
  return `holder-${++names}`;
}

/** Whoever may have a budget of their own, with the members that they take. */
export function holdersOf({
  done,
  key,
}: Pick<ReturnType<typeof manager>, 'done' | 'key'>): Readonly<Record<string, Holder>> {
  return {
    key: { takes: keyMembers, make: async (members) => ({ holder: await key(members) }) },
    user: { takes: userMembers, make: async (members) => ({ holder: String((await done('/user/new', members)).key) }) },
    team: {
      takes: teamMembers,
      make: async (members) => ({ holder: await key({ team_id: (await done('/team/new', members)).team_id }) }),
    },
    organization: {
      takes: organizationMembers,
      make: async (members) => {
        const { organization_id } = await done('/organization/new', { organization_alias: newName(), ...members });
        return { holder: await key({ organization_id }) };
      },
    },
    customer: {
      takes: customerMembers,
      make: async (members) => {
        const user = newName();
        await done('/customer/new', { user_id: user, ...members });
        return { holder: await key(), members: { user } };
      },
    },
    tag: {
      takes: tagMembers,
      make: async (members) => {
        const name = newName();
        await done('/tag/new', { name, ...members });
        return { holder: await key(), members: { tags: [name] } };
      },
    },
  };
}
