import type { Finding } from '@showrunner/recipes/in-browser';
import { remark } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import type { Scene } from '../source.ts';

/** What footage is looked for with: the scene's queries, each once. */
export function searchTermsOf({ pictures }: Scene): string[] {
  return [...new Set(pictures.map(({ query }) => inOneLine(query)).filter((query) => query !== ''))];
}

/** Scenes for which nothing can be looked for. */
export function unillustrated(scenes: readonly Scene[]): Finding[] {
  return scenes.flatMap((scene, index) =>
    searchTermsOf(scene).length > 0
      ? []
      : [
          remark('search_terms', {
            value: 0,
            limit: 1,
            unit: 'terms',
            path: `scenes[${index}]`,
            sceneId: scene.id,
            message: 'A scene has no footage query in `broll`; the video maker takes pictures of its own choice.',
          }),
        ],
  );
}
