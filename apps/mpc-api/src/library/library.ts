import type { BrandVoiceInput, PresetInput } from '@showrunner/contract';
import type { Kysely, Selectable } from 'kysely';
import type { BesideOf, HeldDatabase } from '../jobs/held-database.ts';
import { newId } from '../jobs/new-id.ts';
import type { ItemKind, LibraryItemsTable, LibraryTables } from './library-tables.ts';

/** Something of the library: what the API takes of it, and where it stands. */
export interface Item<Content> {
  readonly id: string;
  readonly content: Content;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A part of a shelf, behind a certain item, newest first. */
export interface ItemPage {
  readonly limit: number;
  readonly after: string | undefined;
}

/** All of one kind, by workspace; another workspace's id is as good as unknown. */
export interface Shelf<Content> {
  add(workspace: string, content: Content, beside?: BesideOf<Item<Content>>): Promise<Item<Content>>;
  find(workspace: string, id: string): Promise<Item<Content> | undefined>;
  list(workspace: string, page: ItemPage): Promise<Item<Content>[]>;
  change(workspace: string, id: string, content: Content): Promise<Item<Content> | undefined>;
  /** Whether it was there. */
  remove(workspace: string, id: string): Promise<boolean>;
}

export interface Library {
  readonly presets: Shelf<PresetInput>;
  readonly voices: Shelf<BrandVoiceInput>;
}

export function openLibrary(database: HeldDatabase<LibraryTables>): Library {
  return {
    presets: createShelf(database, { kind: 'preset', prefix: 'pre' }),
    voices: createShelf(database, { kind: 'brand_voice', prefix: 'voi' }),
  };
}

function createShelf<Content>(
  database: HeldDatabase<LibraryTables>,
  { kind, prefix }: { readonly kind: ItemKind; readonly prefix: string },
): Shelf<Content> {
  const items = (query: Kysely<LibraryTables>, workspace: string) =>
    query.selectFrom('library_items').selectAll().where('kind', '=', kind).where('workspace', '=', workspace);

  return {
    async add(workspace, content, beside) {
      const now = new Date().toISOString();
      const row = {
        id: newId(prefix),
        kind,
        workspace,
        content: JSON.stringify(content),
        created_at: now,
        changed_at: now,
      };
      const item = itemOf<Content>(row);
      await database.write(async (transaction) => {
        await transaction.insertInto('library_items').values(row).execute();
        await beside?.(item)(transaction);
      });
      return item;
    },
    async find(workspace, id) {
      const row = await database.read((query) => items(query, workspace).where('id', '=', id).executeTakeFirst());
      return row && itemOf<Content>(row);
    },
    async list(workspace, { limit, after }) {
      const rows = await database.read((query) => {
        const wanted = items(query, workspace).orderBy('id', 'desc').limit(limit);
        return (after === undefined ? wanted : wanted.where('id', '<', after)).execute();
      });
      return rows.map((row) => itemOf<Content>(row));
    },
    async change(workspace, id, content) {
      const row = await database.read((query) =>
        query
          .updateTable('library_items')
          .set({ content: JSON.stringify(content), changed_at: new Date().toISOString() })
          .where('id', '=', id)
          .where('kind', '=', kind)
          .where('workspace', '=', workspace)
          .returningAll()
          .executeTakeFirst(),
      );
      return row && itemOf<Content>(row);
    },
    async remove(workspace, id) {
      const { numDeletedRows } = await database.read((query) =>
        query
          .deleteFrom('library_items')
          .where('id', '=', id)
          .where('kind', '=', kind)
          .where('workspace', '=', workspace)
          .executeTakeFirst(),
      );
      return numDeletedRows > 0n;
    },
  };
}

function itemOf<Content>(row: Selectable<LibraryItemsTable>): Item<Content> {
  return {
    id: row.id,
    // `add` and `change` wrote it.
    content: JSON.parse(row.content) as Content,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
