import type { BudgetNews } from '../../keys/budgets/budget-watch.ts';
import type { BudgetEvent } from './budget-event.ts';

/** LiteLLM's words for whose budget it is. */
const GROUPS: Readonly<Record<string, string>> = {
  member: 'team_member',
  customer: 'end_user',
  proxy: 'proxy',
};

/**
 * LiteLLM's `WebhookEvent` (`types/integrations/slack_alerting.py`, 1.108.7), member for member.
 *
 * @param digest of a key, which LiteLLM knows it by
 */
export function webhookEvent(
  { holder, spent, limit, softLimit }: BudgetNews,
  { event, message, projection }: BudgetEvent,
  digest: string | undefined,
): Readonly<Record<string, string | number | null>> {
  const { kind, id, alias } = holder;
  const idOf = (own: string): string | null => (kind === own ? id : null);
  return {
    spend: spent,
    max_budget: limit ?? null,
    soft_budget: softLimit ?? null,
    token: digest ?? null,
    customer_id: idOf('customer'),
    user_id: idOf('user') ?? holder.userId ?? null,
    team_id: idOf('team') ?? holder.teamId ?? null,
    team_alias: kind === 'team' ? (alias ?? null) : null,
    organization_id: idOf('organization'),
    user_email: kind === 'user' ? (alias ?? null) : null,
    key_alias: kind === 'key' ? (alias ?? id) : null,
    projected_exceeded_date: projection?.date ?? null,
    projected_spend: projection?.dollars ?? null,
    event_group: GROUPS[kind] ?? kind,
    alert_emails: null,
    max_budget_alert_emails: null,
    event,
    event_message: message,
  };
}
