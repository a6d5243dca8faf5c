import type { Deployment } from './deployment/deployment.ts';
import type { ModelRequest } from './asked/model-request.ts';

/** What looks at the texts of one exchange on their way out and back. */
export interface ExchangeGuard {
  /** The request as this deployment may get it: where it is not the one that was looked at, or the deployment wants more. */
  requestFor(deployment: Deployment, request: ModelRequest): Promise<ModelRequest>;
  /** An answer as it may be kept, in the form of its wire. */
  keepable<Document extends object>(answer: Document): Promise<Document>;
  /** Whether something is to be masked for those who are told of the exchange. */
  readonly masksWhatIsTold: boolean;
  /** What is told as those may see it. Rejects where a guardrail could not look or refuses. */
  toldAs<Document extends object>(document: Document, side: 'request' | 'response'): Promise<Document>;
}

/** A guardrail that looked, under LiteLLM's words (`StandardLoggingGuardrailInformation`, 1.108.7); nothing of what it saw. */
export interface GuardrailNote {
  readonly name: string;
  readonly provider: string;
  readonly event: string;
  readonly status: 'success' | 'guardrail_intervened' | 'guardrail_flagged' | 'guardrail_failed_to_respond';
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** How many entities of which kind were masked. */
  readonly masked: Readonly<Record<string, number>>;
}
