/** Files and batches that lie with vendors, for the lists that their owners ask for. */
export interface VendorThingTables {
  vendor_things: VendorThingRow;
}

/** Times are milliseconds since 1970. */
export interface VendorThingRow {
  /** Ours, which says where the thing lies; of what was passed the vendor's, behind its name. */
  readonly id: string;
  /** `passed` what was made by a request that went through: it is listed nowhere. */
  readonly kind: 'file' | 'batch' | 'passed';
  /** The workspace of who asked for it. */
  readonly owner: string;
  readonly deployment_id: string;
  readonly created_at: number;
  readonly expires_at: number;
  /** JSON: the thing as its owner last got it. */
  readonly object: string;
}
