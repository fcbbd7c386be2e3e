/** `tsx scripts/check-budgets.ts`: is the built extension as small as promised? */
import { budgetTable, measureBudgets, overBudget } from './lib/byte-budgets';
import { builtExtension } from './lib/paths';

const budgets = measureBudgets(builtExtension);
console.log(budgetTable(budgets));
const over = overBudget(budgets);
if (over.length > 0) {
  console.error(
    `Over budget: ${over.map(({ name }) => name).join(', ')}. Raising one is a change with a reason.`,
  );
  process.exitCode = 1;
}
