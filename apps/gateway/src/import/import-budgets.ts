import { textOf, madeBy, saidBy } from './read-columns.ts';
import { countMissed, type ImportContext } from './import-context.ts';
import { thing } from './imported-thing.ts';
import { writeImported } from './write-imported.ts';

const LIMITS = [
  'max_budget',
  'soft_budget',
  'budget_duration',
  'model_max_budget',
  'max_parallel_requests',
  'rpm_limit',
  'tpm_limit',
  'tpd_limit',
  'allowed_models',
];

/** Budgets that several share; who has spent what of them stands with those. */
export async function importBudgets({ source, target, report, budgets }: ImportContext): Promise<void> {
  for await (const rows of source.parts('LiteLLM_BudgetTable', ['budget_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.budget_id);
      if (id === null) return [];
      budgets.set(id, row);
      countMissed(row, ['temp_budget_increase'], report);
      return [thing(id, { kind: 'budget', id, ...madeBy(row), settings: saidBy(row, LIMITS) })];
    });
    await writeImported(target, 'budget', things, report);
  }
}
