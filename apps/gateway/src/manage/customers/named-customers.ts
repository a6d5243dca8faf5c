import type { Entities } from '../../stored/entities/entities.ts';
import { purseName } from '../../stored/entities/purse-name.ts';

/** Whether somebody made this customer, or calls have named them and were paid for. */
export async function isNamed(entities: Entities, id: string): Promise<boolean> {
  await entities.writeSpent();
  const name = { kind: 'customer', id } as const;
  if (await entities.find(name)) return true;
  const purse = purseName(name);
  return ((await entities.pursesOf([purse])).get(purse)?.total ?? 0) > 0;
}

/** Those whom calls have named and nobody made, at most so many. */
export async function customersNamedByCalls(entities: Entities, most: number): Promise<readonly string[]> {
  await entities.writeSpent();
  const prefix = purseName({ kind: 'customer', id: '' });
  const purses = await entities.pursesBeginning(prefix, most);
  return purses.flatMap(({ id }) => {
    const written = id.slice(prefix.length);
    // What stands behind another colon is a part of one: of a model, of a window.
    return written.includes(':') ? [] : [decodeURIComponent(written)];
  });
}
