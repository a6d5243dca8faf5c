import { chatPattern } from '../chat/patterns.ts';

/** "Thinking Process:", as a heading of its own: what follows are thoughts, up to the answer's own heading. */
const HEADING =
  /^\s*(?:#{1,4}\s*|\*\*)?(?:(?:my |here (?:is|are) my )?(?:thinking(?: process)?|thought process|reasoning(?: steps| process)?|chain of thought|internal monologue)|gedankengang|denkprozess|überlegungen|raisonnement|réflexion|proceso de (?:pensamiento|razonamiento)|razonamiento|ragionamento|processo de pensamento|raciocínio|denkproces|tok myślenia|rozumowanie|ход мыслей|рассуждени[ея]|хід думок|міркування|düşünce süreci|عملية التفكير|思考过程|思考過程|思路|思考プロセス|思考|推論|사고 과정|추론 과정|quá trình suy nghĩ|proses berpikir|विचार प्रक्रिया|กระบวนการคิด)\s*(?:\*\*)?\s*[:：]\s*(?:\*\*)?\s*(?=\n|\d|[-*])/iu;

/** "Thought: …" with "Answer: …" on a later line, as agents are told to write (ReAct). */
const THOUGHT_LINE = /^\s*(?:thoughts?|reasoning|analysis)\s*:\s*\S/i;

/** gpt-oss without its special tokens. */
const BARE_CHANNELS = /^analysis[\s\S]*?assistantfinal/;

/** Granite 3.2 puts what it says to its reader behind these words. */
const RESPONSE = /(?:^|\n)\s*here is my (?:response|answer)\s*:/i;

/** A text without thoughts that no mark sets off; empty where it has nothing else. */
export function afterUnmarkedThoughts(text: string): string {
  const channels = BARE_CHANNELS.exec(text);
  if (channels !== null) return text.slice(channels[0].length);
  if (!HEADING.test(text)) return THOUGHT_LINE.test(text) ? afterAnswerHeading(text) : text;
  const end = RESPONSE.exec(text) ?? [...text.matchAll(answerHeading())].at(-1);
  if (end !== undefined) return text.slice(end.index + end[0].length);
  return /[{[]\s*["[{]/.test(text) ? text : '';
}

function afterAnswerHeading(text: string): string {
  const end = [...text.matchAll(answerHeading())].at(-1);
  return end === undefined ? text : text.slice(end.index + end[0].length);
}

/** "Final answer:" at the beginning of a line. */
function answerHeading(): RegExp {
  return chatPattern('answer', '(?:^|\\n)[\\s#*]*WORDS[\\s*]*[:：][\\s*]*', 'giu');
}
