import { Secret } from '@showrunner/service';
import { isMapping } from '../../json/mapping.ts';
import type { Section } from '../reading/section.ts';

/** What alerts are about, under LiteLLM's names (`types/integrations/slack_alerting.py`, 1.108.7). */
const KINDS = [
  'llm_too_slow',
  'llm_requests_hanging',
  'llm_exceptions',
  'budget_alerts',
  'outage_alerts',
  'cooldown_deployment',
  'db_exceptions',
] as const;

export type AlertKind = (typeof KINDS)[number];

/** Those that LiteLLM sends without being asked. It has a kind for cooldowns as well, and sends none. */
const DEFAULT_KINDS = KINDS.filter((kind) => kind !== 'cooldown_deployment');

/** Who is told when something goes wrong, and of what. */
export interface AlertSettings {
  readonly kinds: ReadonlySet<AlertKind>;
  /** A request that takes longer is slow, in seconds. */
  readonly thresholdSeconds: number;
  /** Slack's incoming webhooks for each kind. */
  readonly slack: ReadonlyMap<AlertKind, readonly Secret[]>;
  /** Where budgets are told as objects; nothing where nobody wants them. */
  readonly webhook: Secret | undefined;
  /** What messages say of where the gateway is. */
  readonly proxyUrl: string | undefined;
  /** Nothing of what was asked or answered is told, nor what vendors quote of it. */
  readonly isRedacted: boolean;
  /** How long one alarm of a budget without a window keeps others of it back, in seconds. */
  readonly budgetSeconds: number;
  /** In which failures of a deployment count together, in seconds, and how many are an outage. */
  readonly outageSeconds: number;
  readonly minorOutage: number;
  readonly majorOutage: number;
}

/** Nothing where nobody is to be told. What cannot be told is a warning: requests are served without. */
export function readAlerting(general: Section, litellm: Section): AlertSettings | undefined {
  const ways = new Set(general.texts('alerting') ?? []);
  for (const way of ways) if (!['slack', 'webhook'].includes(way)) reportWay(general, way);
  const slack = ways.has('slack') ? slackUrls(general) : new Map<AlertKind, readonly Secret[]>();
  const webhook = ways.has('webhook') ? webhookUrl(general) : undefined;
  if (slack.size === 0 && webhook === undefined) return undefined;
  const args = general.section('alerting_args');
  return {
    kinds: readKinds(general),
    thresholdSeconds: general.number('alerting_threshold') ?? 300,
    slack,
    webhook,
    proxyUrl: general.environment.PROXY_BASE_URL,
    isRedacted:
      litellm.flag('turn_off_message_logging') === true || litellm.values.redact_messages_in_exceptions === true,
    budgetSeconds: args.number('budget_alert_ttl', 1) ?? 86_400,
    outageSeconds: args.number('outage_alert_ttl', 1) ?? 60,
    minorOutage: args.number('minor_outage_alert_threshold', 1) ?? 5,
    majorOutage: args.number('major_outage_alert_threshold', 1) ?? 10,
  };
}

function reportWay(general: Section, way: string): void {
  general.findings.warning(general.at('alerting'), `"${way}" tells nobody here`, 'write slack, webhook, or both');
}

function readKinds(general: Section): ReadonlySet<AlertKind> {
  const written = general.texts('alert_types');
  if (!written) return new Set(DEFAULT_KINDS);
  const isKind = (name: string): name is AlertKind => KINDS.some((kind) => kind === name);
  for (const name of written) {
    if (isKind(name)) continue;
    general.findings.hint(general.at('alert_types'), `"${name}" is no alert that this gateway sends`, 'remove it');
  }
  return new Set(written.filter(isKind));
}

/** One of each kind may have places of its own; the others go to the one of the environment. */
function slackUrls(general: Section): ReadonlyMap<AlertKind, readonly Secret[]> {
  const { SLACK_WEBHOOK_URL: first, ALERTING_WEBHOOK_URL: second } = general.environment;
  const usual = urlsIn(first !== undefined && first !== '' ? first : second);
  const { alert_to_webhook_url: table } = general.values;
  const own = isMapping(table) ? table : {};
  const found = new Map<AlertKind, readonly Secret[]>();
  for (const kind of KINDS) {
    const urls = own[kind] === undefined ? usual : urlsIn(own[kind]);
    if (urls.length > 0) found.set(kind, urls);
  }
  if (found.size < KINDS.length) {
    general.findings.warning(
      general.at('alerting'),
      'some alerts have no address that Slack gave, so nobody is told of them',
      'set SLACK_WEBHOOK_URL, or alert_to_webhook_url for each kind',
    );
  }
  return found;
}

function urlsIn(written: unknown): readonly Secret[] {
  const list = Array.isArray(written) ? written : [written];
  return list.flatMap((one) => (typeof one === 'string' && URL.canParse(one) ? [new Secret(one)] : []));
}

function webhookUrl(general: Section): Secret | undefined {
  const [url] = urlsIn(general.environment.WEBHOOK_URL);
  if (!url) general.findings.warning(general.at('alerting'), 'webhook tells nobody', 'set WEBHOOK_URL to an address');
  return url;
}
