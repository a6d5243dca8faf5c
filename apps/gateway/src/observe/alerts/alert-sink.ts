import type { EventSink, QueuedEvent } from '../callbacks/event-queue.ts';
import { deliveryOf, postEvents } from '../callbacks/post-events.ts';

/** Where an alert goes, and its body as JSON. */
export interface Alert {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts each alert; those of one text that wait together are one, which says how many they were. */
export const alertSink: EventSink = {
  mostEvents: 100,
  mostBytes: 1024 * 1024,
  async send(events, signal) {
    const groups = Map.groupBy(events, ({ text }) => text);
    const again: QueuedEvent[] = [];
    let refused = 0;
    let reason: string | undefined;
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const { url, body } = first.payload as unknown as Alert;
      const post = { url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(counted(body, group)) };
      const delivery = await postEvents(post, signal).then(
        ({ status }) => deliveryOf(status, group),
        () => ({ again: group, refused: 0, reason: 'it cannot be reached' }),
      );
      again.push(...delivery.again);
      refused += delivery.refused;
      reason ??= delivery.reason;
    }
    return { again, refused, ...(reason !== undefined && { reason }) };
  },
};

function counted(body: Alert['body'], group: readonly unknown[]): Alert['body'] {
  return group.length > 1 && typeof body.text === 'string'
    ? { ...body, text: `[Num Alerts: ${group.length}]\n\n${body.text}` }
    : body;
}
