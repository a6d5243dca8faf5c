import type { CategoryId } from '../category-ids.ts';

/**
 * Words that a subject is recognised by, our own choice, by language and category: `physic*` is the beginning of a word,
 * `game_theory` a phrase. A word that several subjects use ("how", "play", "star") is none. 27 has what would else be
 * taken for something else: history, mathematics, economics.
 */
export type CategoryWords = Readonly<Partial<Record<CategoryId, string>>>;
