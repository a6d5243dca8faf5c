import type { ReplyFault } from '@showrunner/recipes';

/** One ask stayed without a usable reply. It ends this way of writing, not yet the request. */
export class UnusableReplyError extends Error {
  override readonly name = 'UnusableReplyError';
  readonly part: string;
  readonly fault: ReplyFault;
  readonly finding: string;

  constructor(part: string, fault: ReplyFault, finding: string) {
    super(`No usable reply for ${part}: ${finding}`);
    this.part = part;
    this.fault = fault;
    this.finding = finding;
  }
}
