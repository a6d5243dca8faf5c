import { beforeAll, describe, expect, test, vi } from 'vitest';
import { managedGateway } from '../testing/manage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { post, done, get, key } = managedGateway();

/** A secret whose SHA-256 nobody has. */
const NOBODYS = 'f'.repeat(64);

let own: string;
/** What is somebody else's, and what is not there. */
const theirs: Record<'user' | 'team' | 'organization' | 'key', string> = {
  user: '',
  team: '',
  organization: '',
  key: '',
};
const nobodys = { user: 'never-made', team: 'never-made', organization: 'never-made', key: NOBODYS };

beforeAll(async () => {
  own = String((await done('/user/new', { user_id: 'ann' })).key);
  theirs.user = String((await done('/user/new', { user_id: 'bob', auto_create_key: false })).user_id);
  theirs.organization = String((await done('/organization/new', { organization_alias: 'org' })).organization_id);
  theirs.team = String((await done('/team/new', { organization_id: theirs.organization })).team_id);
  const { token } = await done('/key/generate', { team_id: theirs.team, user_id: 'bob', key_alias: 'bobs' });
  theirs.key = String(token);
});

type Ids = typeof theirs;

/** What an internal user asks with the id of another: each with whose it is. */
const ASKED: Readonly<Record<string, (ids: Ids) => readonly [path: string, body: object]>> = {
  'a key for a user': ({ user }) => ['/key/generate', { user_id: user }],
  'a key for a team': ({ team }) => ['/key/generate', { team_id: team }],
  'a key for an organization': ({ organization }) => ['/key/generate', { organization_id: organization }],
  'a service account of a team': ({ team }) => ['/key/service-account/generate', { team_id: team }],
  'its own key, given to a user': ({ user }) => ['/key/update', { key: own, user_id: user }],
  'its own key, given to a team': ({ team }) => ['/key/update', { key: own, team_id: team }],
  'its own key, given to an organization': ({ organization }) => [
    '/key/update',
    { key: own, organization_id: organization },
  ],
  'its own key made anew for a user': ({ user }) => ['/key/regenerate', { key: own, user_id: user }],
  'its own key made anew for a team': ({ team }) => [`/key/${own}/regenerate`, { team_id: team }],
  'a key changed': ({ key: named }) => ['/key/update', { key: named, key_alias: 'mine' }],
  'a key taken': ({ key: named }) => ['/key/update', { key: named, user_id: 'ann' }],
  'a key made anew': ({ key: named }) => [`/key/${named}/regenerate`, {}],
  'a key made anew by its body': ({ key: named }) => [
    '/key/regenerate',
    { key: named, new_key: 'sk-of-ones-own-choice-1' },
  ],
  'a key blocked': ({ key: named }) => ['/key/block', { key: named }],
  'a key unblocked': ({ key: named }) => ['/key/unblock', { key: named }],
  'a key deleted': ({ key: named }) => ['/key/delete', { keys: [named] }],
  'a team changed': ({ team }) => ['/team/update', { team_id: team, team_alias: 'mine' }],
  'a team joined': ({ team }) => ['/team/member_add', { team_id: team, member: { role: 'admin', user_id: 'ann' } }],
  'a team left by another': ({ team }) => ['/team/member_delete', { team_id: team, user_id: 'bob' }],
  'a team’s models': ({ team }) => ['/team/model/add', { team_id: team, models: ['gpt'] }],
  'a team made in an organization': ({ organization }) => ['/team/new', { organization_id: organization }],
  'an organization joined': ({ organization }) => [
    '/organization/member_add',
    { organization_id: organization, member: { role: 'org_admin', user_id: 'ann' } },
  ],
};

const READ: Readonly<Record<string, (ids: Ids) => string>> = {
  'a key': ({ key: named }) => `/key/info?key=${named}`,
  'a team': ({ team }) => `/team/info?team_id=${team}`,
  'a user': ({ user }) => `/user/info?user_id=${user}`,
  'an organization': ({ organization }) => `/organization/info?organization_id=${organization}`,
  'keys of a team': ({ team }) => `/key/list?team_id=${team}`,
  'keys of a user': ({ user }) => `/key/list?user_id=${user}`,
};

/** An answer without what its own request said. */
const told = (answer: object, ids: Ids): string =>
  Object.entries(ids).reduce((text, [name, id]) => text.replaceAll(id, `<${name}>`), JSON.stringify(answer));

async function everything(): Promise<unknown> {
  const paths = [...Object.values(READ).map((path) => path(theirs)), `/key/info?key=${own}`, '/key/list?size=100'];
  return Promise.all(paths.map((path) => get(path)));
}

describe('the id of somebody else', () => {
  test.each(Object.entries(ASKED))(
    'is answered as one that is not there, and changes nothing: %s',
    async (_, asked) => {
      const before = await everything();
      const ask = async (ids: Ids) => {
        const [path, body] = asked(ids);
        return post(path, body, own);
      };
      const [foreign, missing] = [await ask(theirs), await ask(nobodys)];
      expect(foreign.status).toBe(403);
      expect(told(foreign, theirs)).toBe(told(missing, nobodys));
      expect(await everything()).toEqual(before);
    },
  );

  test.each(Object.entries(READ))('is answered as one that is not there: %s', async (_, path) => {
    const [foreign, missing] = [await get(path(theirs), own), await get(path(nobodys), own)];
    expect([foreign.status, told(foreign, theirs)]).toEqual([missing.status, told(missing, nobodys)]);
    expect(JSON.stringify(foreign.body)).not.toContain('bobs');
  });

  test('is theirs to whoever looks after it', async () => {
    expect((await get(`/key/info?key=${theirs.key}`)).status).toBe(200);
    expect((await post('/key/update', { key: theirs.key, key_alias: 'bobs' })).status).toBe(200);
    expect(await key()).toMatch(/^sk-/);
  });
});
