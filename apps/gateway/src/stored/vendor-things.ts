import type { Kysely } from 'kysely';
import type { Mapping } from '../json/mapping.ts';
import type { GatewayDatabase } from './gateway-database.ts';
import type { GatewayTables } from './tables.ts';
import type { VendorThingRow } from './vendor-thing-tables.ts';

/** Longer than vendors keep batches and what they wrote (OpenAI's guide "Batch API", 2026-11); what is used stays. */
const KEPT_MS = 400 * 86_400_000;

/** A file or a batch of somebody's. */
export interface OwnedThing {
  /** Ours. */
  readonly id: string;
  readonly kind: VendorThingRow['kind'];
  readonly owner: string;
  readonly deploymentId: string;
  /** As its owner gets it. */
  readonly object: Mapping;
}

/** Which of somebody's things are listed. */
export interface ThingQuery {
  readonly kind: VendorThingRow['kind'];
  readonly owner: string;
  /** Behind the thing with this id, in the order of the list. */
  readonly after?: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** Of files: `batch`, `assistants`, … */
  readonly purpose?: string | undefined;
}

/** What lies with vendors, by whose it is. Everything rejects while the database cannot be used. */
export class VendorThings {
  readonly #database: Pick<GatewayDatabase, 'open'>;
  /** Owners of what is on its way to the database: who was told of a thing may ask for it at once. */
  readonly #keeping = new Map<string, string>();

  constructor(database: Pick<GatewayDatabase, 'open'>) {
    this.#database = database;
  }

  /** Writes down what a vendor says of a thing now; one that was not known is new. */
  async keep({ id, kind, owner, deploymentId, object }: OwnedThing): Promise<void> {
    this.#keeping.set(id, owner);
    try {
      await this.#write({ id, kind, owner, deploymentId, object });
    } finally {
      this.#keeping.delete(id);
    }
  }

  async #write({ id, kind, owner, deploymentId, object }: OwnedThing): Promise<void> {
    const { query } = await this.#database.open();
    const now = Date.now();
    const said = { object: JSON.stringify(object), expires_at: now + KEPT_MS };
    const createdAt = typeof object.created_at === 'number' ? object.created_at * 1000 : now;
    await query
      .insertInto('vendor_things')
      .values({ id, kind, owner, deployment_id: deploymentId, created_at: createdAt, ...said })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
      .execute();
  }

  /** Those that were asked for, one more than `limit` where there are more; nothing where `after` is not theirs. */
  async list({ kind, owner, after, order, limit, purpose }: ThingQuery): Promise<Mapping[] | undefined> {
    const { query } = await this.#database.open();
    const theirs = query.selectFrom('vendor_things').where('owner', '=', owner).where('kind', '=', kind);
    const before =
      after === undefined
        ? undefined
        : await theirs.select(['created_at', 'id']).where('id', '=', after).executeTakeFirst();
    if (after !== undefined && !before) return undefined;
    const sign = order === 'asc' ? '>' : '<';
    const rows = await theirs
      .select(['object'])
      .$if(before !== undefined, (some) =>
        some.where((row) =>
          row.or([
            row('created_at', sign, before?.created_at ?? 0),
            row.and([row('created_at', '=', before?.created_at ?? 0), row('id', sign, before?.id ?? '')]),
          ]),
        ),
      )
      .$if(purpose !== undefined, (some) => some.where('object', 'like', `%"purpose":${escaped(purpose ?? '')}%`))
      .orderBy('created_at', order)
      .orderBy('id', order)
      .limit(limit + 1)
      .execute();
    return rows.map(({ object }) => JSON.parse(object) as Mapping);
  }

  /** Whose a thing is; nothing where nobody's is written down. */
  async ownerOf(id: string): Promise<string | undefined> {
    const keeping = this.#keeping.get(id);
    if (keeping !== undefined) return keeping;
    const { query } = await this.#database.open();
    const row = await query.selectFrom('vendor_things').select('owner').where('id', '=', id).executeTakeFirst();
    return row?.owner;
  }

  async remove(id: string, owner: string): Promise<void> {
    const { query } = await this.#database.open();
    await query.deleteFrom('vendor_things').where('id', '=', id).where('owner', '=', owner).execute();
  }
}

/** A text as it stands in JSON, for `like`: what stands for others there is left to stand for one letter. */
function escaped(text: string): string {
  return JSON.stringify(text).replaceAll('%', '_');
}

/** Deletes what nobody has asked for in a long time. Returns how many. */
export async function sweepVendorThings(query: Kysely<GatewayTables>): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('vendor_things')
    .where('expires_at', '<=', Date.now())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
