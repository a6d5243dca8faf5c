/** Batches of which it is to be written down what they cost. */
export interface BatchBillTables {
  batch_bills: BatchBillRow;
}

/** Times are milliseconds since 1970. */
export interface BatchBillRow {
  /** The batch's, as its owner knows it. */
  readonly id: string;
  /** Who pays: the id of the key that made it. */
  readonly key_id: string;
  /** Its workspace. */
  readonly owner: string;
  /** Which vendor has it, and as whom that is asked (`Keeper.id`). */
  readonly keeper: string;
  readonly vendor_id: string;
  /** By which path it was made. */
  readonly route: string;
  readonly customer: string | null;
  /** JSON: a list of texts. */
  readonly tags: string;
  readonly created_at: number;
  /** When its vendor is asked again. */
  readonly due_at: number;
  /** `open` until it is known what it cost; `billed` behind that, `lost` where nobody will ever say it. */
  readonly state: 'open' | 'billed' | 'lost';
  /** JSON: what is kept free for it, by the names of purses, in their counted units. */
  readonly reserved: string;
}
