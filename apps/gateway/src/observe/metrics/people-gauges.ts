import type { Entities } from '../../stored/entities/entities.ts';
import type { Figure, GaugeFamily } from './gauges.ts';
import { NOTHING } from './label-values.ts';

/** A database is asked for these no more often, however often metrics are read. */
const FRESH_MS = 60_000;

/** Members beyond it are not counted, to spare the memory that they would take. */
const MOST_MEMBERS = 100_000;

interface People {
  readonly users: number;
  readonly teams: number;
  readonly members: readonly Figure[];
}

/** How many users and teams there are. While the database is away, as it last said. */
export function peopleGauges(entities: Pick<Entities, 'count' | 'list'>, most: number): readonly GaugeFamily[] {
  let known: People | undefined;
  let askedAt = -Infinity;
  const ask = async (): Promise<People | undefined> => {
    if (performance.now() - askedAt < FRESH_MS) return known;
    askedAt = performance.now();
    known = await readPeople(entities, most).catch(() => known);
    return known;
  };
  const one = (read: (people: People) => number) => async (): Promise<Iterable<Figure>> => {
    const people = await ask();
    return people ? [{ labels: {}, value: read(people) }] : [];
  };
  return [
    { name: 'litellm_total_users', help: 'Users that are managed.', merge: 'max', read: one(({ users }) => users) },
    {
      name: 'litellm_active_users',
      help: 'Users that are managed and not switched off.',
      merge: 'max',
      read: one(({ users }) => users),
    },
    { name: 'litellm_teams_count', help: 'Teams.', merge: 'max', read: one(({ teams }) => teams) },
    {
      name: 'litellm_team_members_metric',
      help: 'Members of a team.',
      merge: 'max',
      read: async () => (await ask())?.members ?? [],
    },
  ];
}

async function readPeople(entities: Pick<Entities, 'count' | 'list'>, most: number): Promise<People> {
  const [users, teams, shown, members] = await Promise.all([
    entities.count({ kind: 'user' }),
    entities.count({ kind: 'team' }),
    entities.list({ kind: 'team' }, { limit: most }),
    entities.list({ kind: 'member' }, { limit: MOST_MEMBERS }),
  ]);
  const inTeams = Map.groupBy(members, ({ teamId }) => teamId);
  return {
    users,
    teams,
    members: shown.map(({ id, alias }) => ({
      labels: { team: id, team_alias: alias ?? NOTHING },
      value: inTeams.get(id)?.length ?? 0,
    })),
  };
}
