import type { Kysely, Transaction } from 'kysely';
import type { JobEnd, JobEnds } from '../jobs/job-ends.ts';
import type { JobsDatabase } from '../jobs/schema.ts';
import type { NeededJobs } from '../jobs/statements/sweep.ts';
import { batchMessage, jobMessage, type BatchCompleted, type JobEnded } from './messages.ts';
import type { Course } from './outbox/course.ts';
import type { Message } from './outbox/delivery.ts';
import type { WebhooksDatabase, WebhooksQuery } from './outbox/schema.ts';
import { writeDelivery } from './outbox/write-delivery.ts';

/** Leaves to be sent, in the transaction of each event, what its receiver is told. */
export class ReceiverTeller implements JobEnds {
  readonly #course: Course;
  readonly #publicUrl: () => string;
  #hasTold = false;

  /** @param publicUrl gives the API's root, for links */
  constructor(course: Course, publicUrl: () => string) {
    this.#course = course;
    this.#publicUrl = publicUrl;
  }

  async tell(transaction: Transaction<JobsDatabase>, ends: readonly JobEnd[]): Promise<void> {
    for (const end of ends)
      if (end.webhookUrl !== null)
        await this.#write(transaction, jobMessage(jobEnded(end, end.webhookUrl), this.#publicUrl()));
  }

  /** A batch is told of once, in its first version. */
  async tellBatch(transaction: Transaction<JobsDatabase>, completed: Omit<BatchCompleted, 'sequence'>): Promise<void> {
    await this.#write(transaction, batchMessage({ ...completed, sequence: 1 }, this.#publicUrl()));
  }

  /** Whether anything was left to be sent since this was asked last. */
  takeTold(): boolean {
    const hasTold = this.#hasTold;
    this.#hasTold = false;
    return hasTold;
  }

  async #write(transaction: Transaction<JobsDatabase>, message: Message): Promise<void> {
    await writeDelivery(webhooksIn(transaction), message, this.#course);
    this.#hasTold = true;
  }
}

/** Jobs whose webhook is still to come, or held: a link in it must lead somewhere. */
export const jobsThatReceiversNeed: NeededJobs = (query) =>
  webhooksIn(query)
    .selectFrom('webhook_deliveries')
    .select('subject')
    .where('state', 'in', ['waiting', 'held'])
    .where('subject', 'is not', null)
    .$narrowType<{ subject: string }>()
    .$asScalar();

type TableName = keyof WebhooksDatabase;

/** The tables of webhooks beside those of jobs. */
function webhooksIn(query: Kysely<JobsDatabase>): WebhooksQuery {
  return query.$extendTables<Pick<WebhooksDatabase, TableName>>().$pickTables<TableName>();
}

function jobEnded(end: JobEnd, url: string): JobEnded {
  const { workspace, sequence, jobId, run, recipe, clientRef } = end;
  return {
    workspace,
    url,
    sequence,
    at: new Date(end.endedAt),
    job: { id: jobId, run, recipe, clientRef },
    outcome: outcomeOf(end),
  };
}

function outcomeOf({ state, resultJson, error }: JobEnd): JobEnded['outcome'] {
  if (state === 'succeeded' && resultJson !== null) return { state, resultJson };
  if (state === 'failed' && error !== null) return { state, error };
  return { state: 'cancelled' };
}
