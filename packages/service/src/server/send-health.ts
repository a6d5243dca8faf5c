import type { FastifyReply } from 'fastify';
import { isReady, type HealthReport } from '../health/create-health.ts';

/** Answers with a report, or with what is shown of it: 503 where the server is not ready. Nobody on the way may keep it. */
export function sendHealth(reply: FastifyReply, report: HealthReport, shown: object = report): FastifyReply {
  return reply
    .code(isReady(report) ? 200 : 503)
    .header('cache-control', 'no-store')
    .send(shown);
}
