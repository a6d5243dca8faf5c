/** What a workspace keeps to ask with. */
export interface LibraryTables {
  library_items: LibraryItemsTable;
}

export type ItemKind = 'preset' | 'brand_voice';

export interface LibraryItemsTable {
  /** `pre_…` or `voi_…` */
  id: string;
  kind: ItemKind;
  workspace: string;
  /** JSON: what the API takes of it. */
  content: string;
  created_at: string;
  changed_at: string;
}
