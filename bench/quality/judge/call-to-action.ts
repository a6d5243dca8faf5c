import type { KeptPackage } from '../ask/kept-answer.ts';
import type { BriefLanguage } from '../briefs/brief.ts';
import type { Nearness } from './embedding.ts';
import { narrationOf, sentencesIn } from './texts.ts';

/** What calls to action ask for; the embedding finds them again in other languages and words. */
export const CALLS = [
  'Try it today.',
  'Try it yourself next time and see the difference.',
  'Tell me in the comments.',
  'Subscribe and follow for more tips.',
  'Share this with a friend.',
  'Visit us and bring yours along.',
  'So go and check yours this weekend.',
] as const;

/**
 * Statements come to 0.19 at most, questions and calls in other words to 0.34 and more (23 sentences in seven languages,
 * tried by hand). Between lie calls that name a thing of the topic; they are known by their verb.
 */
const LEAST_NEARNESS = 0.28;

/** How calls begin: at the start of a clause, in the form that speaks to the viewer. */
const IMPERATIVES: Readonly<Record<BriefLanguage, RegExp>> = {
  en: /(?:^|[,;:.!?–—] ?)(?:so |now |then |and |please |just |tonight |today )*(?:ask|begin|book|bring|buy|call|check|choose|clean|close|come|comment|consider|cook|drop|feel|find|follow|get|give|go|grab|hang|head|join|keep|leave|let|like|listen|look|make|open|pay|pick|place|plan|play|pour|put|read|remember|save|say|see|send|set|share|start|stop|subscribe|swap|take|tell|think|touch|try|turn|use|visit|wait|walk|watch|write)\b/i,
  de: /(?:^|[,;:.!?–—] ?)(?:also |jetzt |dann |und |bitte )*(?:abonnier|achte|beginn|besuch|denk|erzähl|fang|folg|frag|gib|hör|kauf|komm|lass|mach|nimm|öffne|prüf|probier|sag|schau|schreib|setz|starte|stell|teil|test|trink|überprüf|verrat|versuch|wähl)\p{L}*\b/iu,
  es: /(?:^|[¡¿,;:.!?–—] ?)(?:así que |ahora |y |hoy )*(?:abre|busca|cierra|comparte|compra|comienza|comprueba|cuéntame|cuéntanos|deja|dime|elige|empieza|escribe|haz|intenta|invita|llama|mira|observa|pon|practica|prepara|prueba|pruébalo|recuerda|revisa|sigue|síguenos|suscríbete|toma|usa|ven|visita)\b/iu,
  fr: /(?:^|[,;:.!?–—] ?)(?:alors |maintenant |et )*(?:abonn|achet|appel|chois|commenc|dit(?:es)?|dis(?:-moi)?|écri|essa[iy]|fai(?:s|tes)|goût|invit|laiss|mett|ouvr|partag|pens|pren|racont|regard|suiv|test|ven|vérifi|visit)\p{L}*(?:-\p{L}+)*\b/iu,
  pt: /(?:^|[,;:.!?–—] ?)(?:então |agora |e |hoje )*(?:abra|assista|coloque|comece|compartilhe|compre|conte|deixe|descubra|diga|escolha|escreva|experimente|faça|inscreva|lembre|observe|olhe|prepare|prove|siga|teste|tente|use|veja|venha|visite)\p{L}*(?:-\p{L}+)?\b/iu,
  zh: /试试|试一试|试着|请|快|关注|点赞|分享|留言|告诉|记得|不妨|来吧|一起/u,
  ja: /てみて|てみよう|ください|しよう|ましょう|お試し|登録|教えて/u,
  ar: /(?:^|[،؛.!؟] ?|\s)(?:ف|و)?(?:جرّب|جرب|جربوا|شارك|شاركنا|شاركوا|اشترك|أخبر|أخبرنا|تابع|اكتب|ابدأ|حاول|احرص|تذكر|اختر|استخدم|لا تنس)/u,
};

const LAST_SENTENCES = 3;

export function closingSentences(written: KeptPackage, language: string): string[] {
  return sentencesIn(narrationOf(written), language).slice(-LAST_SENTENCES);
}

/** Whether one of the last sentences asks the viewer to do something. */
export function hasCallToAction(written: KeptPackage, language: BriefLanguage, near: Nearness): boolean {
  return closingSentences(written, language).some(
    (sentence) => IMPERATIVES[language].test(sentence) || CALLS.some((call) => near(sentence, call) >= LEAST_NEARNESS),
  );
}
