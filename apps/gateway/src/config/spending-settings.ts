/** When windows of budgets end that last a day and more. */
export interface BudgetCalendar {
  /** An IANA name. */
  readonly zone: string;
  /** Since midnight. */
  readonly resetMinutes: number;
}

/** What is reserved of budgets before a call, and what a call that passes one is told. */
export interface ReservationSettings {
  /** `max`: all that it may cost at most, and then one alone that may cost more than is left is refused as well. */
  readonly kind: 'usual' | 'max' | 'none';
  /** `fail_closed_budget_enforcement`: nobody who has a budget calls while replicas cannot tell one another what is spent. */
  readonly failsClosed: boolean;
  /** `budget_exceeded_status_code`. */
  readonly exceededStatus: number;
  /** `refuse_unknown_cost`, and LiteLLM's `block_requests_for_models_without_pricing`. */
  readonly refusesUnknown: boolean;
}

/** Whom budgets bind, and when they end. */
export interface SpendingSettings {
  readonly calendar: BudgetCalendar;
  /** A user's own budget binds their keys of teams as well. */
  readonly bindsUsersInTeams: boolean;
  /** `max_budget` and `budget_duration` of `litellm_settings`: what all calls together may cost. */
  readonly globalBudget: { readonly max_budget: number; readonly budget_duration?: string } | undefined;
  /** `max_end_user_budget`: US dollars for each customer who has no budget of their own. */
  readonly customerBudget: number | undefined;
  /** `max_end_user_budget_id`: the same by a budget that is managed. */
  readonly customerBudgetId: string | undefined;
  readonly reservation: ReservationSettings;
  /** False under `disable_end_user_cost_tracking`. */
  readonly countsCustomers: boolean;
}
