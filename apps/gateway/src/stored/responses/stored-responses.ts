import { sql } from 'kysely';
import type { GatewayDatabase } from '../gateway-database.ts';
import type { ResponseRow } from '../response-tables.ts';
import type { JsonItem, KeptResponse } from './kept-response.ts';

/** A response holds at most a request of 32 MB and its answer; what is longer than this is served and not kept. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Of a whole conversation: beyond it no model would take it, and each turn would read it again. */
const MOST_BYTES_OF_CONVERSATION = 32 * 1024 * 1024;

const DAY_MS = 86_400_000;

/** What a conversation is found as. `broken`: a response within it was deleted. */
export type FoundConversation =
  | { readonly kind: 'whole'; readonly responses: readonly KeptResponse[] }
  | { readonly kind: 'unknown' | 'broken' | 'too_long' };

export interface StoredResponsesOptions {
  readonly database: Pick<GatewayDatabase, 'open'>;
  /** How long a response is kept, in seconds; nothing where none is. */
  readonly keepSeconds: () => number | undefined;
}

/**
 * The responses that were made here, each found by its owner alone. A conversation is a chain of them, and is kept whole
 * as long as its last response.
 */
export class StoredResponses {
  readonly #options: StoredResponsesOptions;

  constructor(options: StoredResponsesOptions) {
    this.#options = options;
  }

  /** Whether responses are kept at all. */
  get isOn(): boolean {
    return this.#options.keepSeconds() !== undefined;
  }

  /** False where it is too long, or none is kept. Rejects while the database cannot be used. */
  async keep({ id, owner, previousId, createdAt, input, response }: KeptResponse): Promise<boolean> {
    const keepSeconds = this.#options.keepSeconds();
    const texts = { input: JSON.stringify(input), response: JSON.stringify(response) };
    const bytes = Buffer.byteLength(texts.input) + Buffer.byteLength(texts.response);
    if (keepSeconds === undefined || bytes > MOST_BYTES) return false;
    const expiresAt = createdAt + keepSeconds * 1000;
    const { query } = await this.#options.database.open();
    await query
      .insertInto('responses')
      .values({ id, owner, previous_id: previousId, created_at: createdAt, expires_at: expiresAt, bytes, ...texts })
      .execute();
    if (previousId !== null) await this.#keepChain(previousId, expiresAt);
    return true;
  }

  /** Puts a response in the place of the same as it was `before`; false where it is another by now, or gone, or too long. */
  async replace(
    { id, owner }: Pick<KeptResponse, 'id' | 'owner'>,
    before: JsonItem,
    after: JsonItem,
  ): Promise<boolean> {
    const response = JSON.stringify(after);
    if (Buffer.byteLength(response) > MOST_BYTES) return false;
    const { query } = await this.#options.database.open();
    const { numUpdatedRows } = await query
      .updateTable('responses')
      .set({ response })
      .where('id', '=', id)
      .where('owner', '=', owner)
      .where('response', '=', JSON.stringify(before))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async find(id: string, owner: string): Promise<KeptResponse | undefined> {
    const { query } = await this.#options.database.open();
    const row = await query
      .selectFrom('responses')
      .selectAll()
      .where('id', '=', id)
      .where('owner', '=', owner)
      .where('expires_at', '>', Date.now())
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** A response and all before it, the oldest first. */
  async conversation(id: string, owner: string): Promise<FoundConversation> {
    const { query } = await this.#options.database.open();
    const chain = query
      .withRecursive('chain(id, previous_id, bytes, depth)', (tables) =>
        tables
          .selectFrom('responses')
          .select(['id', 'previous_id', 'bytes', sql<number>`0`.as('depth')])
          .where('id', '=', id)
          .where('owner', '=', owner)
          .where('expires_at', '>', Date.now())
          .unionAll(
            tables
              .selectFrom('responses')
              .innerJoin('chain', 'chain.previous_id', 'responses.id')
              .select([
                'responses.id',
                'responses.previous_id',
                'responses.bytes',
                sql<number>`chain.depth + 1`.as('depth'),
              ])
              .where('responses.owner', '=', owner),
          ),
      )
      .selectFrom('chain')
      .selectAll();
    const links = await chain.orderBy('depth', 'desc').execute();
    const [oldest] = links;
    if (!oldest) return { kind: 'unknown' };
    if (oldest.previous_id !== null) return { kind: 'broken' };
    if (links.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_OF_CONVERSATION) return { kind: 'too_long' };
    const rows = await query
      .selectFrom('responses')
      .selectAll()
      .where(
        'id',
        'in',
        links.map((link) => link.id),
      )
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = links.flatMap((link) => byId.get(link.id) ?? []);
    return found.length < links.length ? { kind: 'broken' } : { kind: 'whole', responses: found.map(fromRow) };
  }

  /** Whether there was one to remove. */
  async remove(id: string, owner: string): Promise<boolean> {
    const { query } = await this.#options.database.open();
    const { numDeletedRows } = await query
      .deleteFrom('responses')
      .where('id', '=', id)
      .where('owner', '=', owner)
      .where('expires_at', '>', Date.now())
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** The responses before one that is kept now are kept as long, and a day longer, so that not each turn writes them. */
  async #keepChain(id: string, expiresAt: number): Promise<void> {
    const { query } = await this.#options.database.open();
    await query
      .withRecursive('chain(id, previous_id)', (tables) =>
        tables
          .selectFrom('responses')
          .select(['id', 'previous_id'])
          .where('id', '=', id)
          .unionAll(
            tables
              .selectFrom('responses')
              .innerJoin('chain', 'chain.previous_id', 'responses.id')
              .select(['responses.id', 'responses.previous_id']),
          ),
      )
      .updateTable('responses')
      .set({ expires_at: expiresAt + DAY_MS })
      .where('expires_at', '<', expiresAt)
      .where('id', 'in', (tables) => tables.selectFrom('chain').select('chain.id'))
      .execute();
  }
}

function fromRow({
  id,
  owner,
  previous_id: previousId,
  created_at: createdAt,
  input,
  response,
}: ResponseRow): KeptResponse {
  return {
    id,
    owner,
    previousId,
    createdAt,
    input: JSON.parse(input) as JsonItem[],
    response: JSON.parse(response) as JsonItem,
  };
}
