/** What the kit needs to know of a vendor to speak about it. */
export interface Vendor {
  /** The prefix in `provider/model`. */
  readonly name: string;
  /** How the vendor is called in messages. */
  readonly title: string;
}
