/** The least budget of thinking, in tokens, that means an effort: LiteLLM 1.108.7's figures the other way round. */
const leastBudgets = [
  { effort: 'high', tokens: 4096 },
  { effort: 'medium', tokens: 2048 },
  { effort: 'low', tokens: 1024 },
];

/** What a budget of thinking, in tokens, means as an effort. */
export function effortOfBudget(budget: number): string {
  return leastBudgets.find(({ tokens }) => budget >= tokens)?.effort ?? 'minimal';
}
