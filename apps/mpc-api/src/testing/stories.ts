import { openAiChunks, openAiCompletion, openAiError, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { espressoAnswer, espressoMetadata, espressoThumbnail } from './espresso.ts';

/** What a model writes about one subject, by the name of the schema that it is asked to keep. */
type Story = Readonly<Record<string, unknown>>;

/** A model that knows three subjects, each in a language of its own, and has no answer where `[busy]` is asked. */
export function storyteller({ body }: RecordedRequest): Behaviour {
  const asked = JSON.stringify(body);
  if (asked.includes('[busy]')) return { status: 503, json: openAiError('The model is busy.', 'server_error') };
  const { stream, response_format } = body as {
    stream?: boolean;
    response_format?: { json_schema?: { name?: string } };
  };
  const name = response_format?.json_schema?.name ?? '';
  const [, story] = stories.find(([subject]) => asked.includes(subject)) ?? ['', espresso];
  const text = JSON.stringify(name === 'changes' ? anotherTitle : story[name]);
  return stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

/** What any instruction changes. */
const anotherTitle = { changes: [{ part: '/title', text: 'Nine bars, told again' }], removed: [], added: [] };

const espresso: Story = {
  script: espressoAnswer,
  metadata: espressoMetadata,
  thumbnail_concepts: espressoThumbnail,
};

const mokka: Story = {
  script: {
    title: 'So gelingt Kaffee aus der Mokkakanne',
    logline: 'Warum die Kanne auf dem Herd zischt und wann man sie herunternimmt.',
    cta: 'Probiert es morgen früh mit heißem Wasser aus.',
    scenes: [
      scene(
        'Eine Mokkakanne braucht nur drei Minuten, und trotzdem schmeckt der Kaffee daraus oft verbrannt.',
        'Mokkakanne auf einem Gasherd, Dampf steigt auf',
        'moka pot on gas stove',
      ),
      scene(
        'Das liegt am kalten Wasser. Während es sich langsam erwärmt, röstet der heiße Boden das Pulver darüber ein zweites Mal.',
        'Wasser wird in die untere Kammer gegossen',
        'pouring water moka pot',
      ),
      scene(
        'Füllt deshalb heißes Wasser ein und nehmt die Kanne vom Herd, sobald sie zischt. Probiert es morgen früh mit heißem Wasser aus.',
        'Hand hebt die Kanne vom Herd, „Tschüss, Bitterkeit!“ steht auf einer Tafel',
        'lifting moka pot from stove',
      ),
    ],
    claims: [{ text: 'Eine Mokkakanne braucht drei Minuten.', source_id: null }],
  },
  metadata: {
    titles: [
      { text: 'Kaffee aus der Mokkakanne ohne Bitterkeit', angle: 'how_to' },
      { text: 'Warum schmeckt deine Mokkakanne verbrannt?', angle: 'question' },
      { text: 'Kaffee und Wasser: wie die Mokkakanne gelingt', angle: 'curiosity' },
    ],
    description:
      'Kaffee aus der Mokkakanne gelingt mit heißem Wasser. Du siehst, warum das Pulver sonst ein zweites Mal röstet, und wann die Kanne vom Herd muss.',
    tags: ['mokkakanne', 'kaffee kochen', 'mokkakanne anleitung', 'bitterer kaffee', 'kaffee ohne maschine'],
    captions: [],
  },
  thumbnail_concepts: {
    ...espressoThumbnail,
    baseline: {
      ...espressoThumbnail.baseline,
      subject: 'aluminium moka pot on a gas flame',
      overlay_text: 'Zu bitter?',
    },
  },
};

/** The same subject told differently, for whoever has heard the first. */
const mokkaAgain: Story = {
  ...mokka,
  script: {
    title: 'Drei Teile, ein Druck: die Mokkakanne',
    logline: 'Was in der kleinen Kanne vor sich geht, wenn das Wasser nach oben will.',
    cta: 'Schraubt eure Kanne heute einmal ganz auseinander.',
    scenes: [
      scene(
        'In dieser kleinen Kanne steckt eine Dampfmaschine, und sie kommt ohne einen einzigen Schalter aus.',
        'Aufgeschraubte Kanne in drei Teilen auf einem Holztisch',
        'disassembled moka pot',
      ),
      scene(
        'Unten dehnt sich die Luft über dem Wasser aus. Sie drückt es durch ein Rohr nach oben, quer durch das gemahlene Pulver.',
        'Schnittbild mit aufsteigendem Wasser',
        'steam pressure diagram',
      ),
      scene(
        'Ein Ventil an der Seite passt auf, dass nichts platzt. Schraubt eure Kanne heute einmal ganz auseinander.',
        'Nahaufnahme eines Messingventils',
        'brass safety valve',
      ),
    ],
    claims: [],
  },
};

const matcha: Story = {
  script: {
    title: '抹茶はなぜ泡立つのか',
    logline: '茶せんの動きが一杯の味を決める理由。',
    cta: '今夜、一杯だけ点ててみてください。',
    scenes: [
      {
        ...scene('抹茶の泡は、飾りではありません。', '緑の泡が広がる茶碗', 'matcha foam bowl'),
        on_screen_text: '抹茶 🍵',
      },
      scene(
        '茶せんを速く振ると、粉と空気がお湯の中で混ざり、苦みがやわらかくなります。',
        '竹の茶せんを振る手',
        'bamboo whisk matcha',
      ),
      {
        ...scene(
          'お湯は少し冷ましてから注ぎましょう。今夜、一杯だけ点ててみてください。',
          '湯気の立つ鉄瓶と料理人',
          'iron kettle steam',
        ),
        on_screen_text: '八十度 👩‍🍳',
      },
    ],
    claims: [],
  },
  metadata: {
    titles: [
      { text: '抹茶の泡はなぜ味を変えるのか', angle: 'question' },
      { text: '抹茶をきれいに泡立てる茶せんの使い方', angle: 'how_to' },
      { text: '抹茶の泡と苦みの話', angle: 'curiosity' },
    ],
    description: '抹茶の泡がなぜできるのかを説明します。茶せんの動きと、お湯の温度が味を決めます。',
    tags: ['抹茶', '抹茶の点て方', '茶せん', '抹茶 泡', 'お茶'],
    captions: [],
  },
  thumbnail_concepts: {
    ...espressoThumbnail,
    baseline: { ...espressoThumbnail.baseline, subject: 'bowl of bright green matcha foam', overlay_text: '泡の秘密' },
  },
};

const stories: readonly (readonly [subject: string, Story])[] = [
  ['oft verbrannt', mokkaAgain],
  ['Mokkakanne', mokka],
  ['抹茶', matcha],
];

function scene(narration: string, visual: string, query: string) {
  return {
    narration,
    on_screen_text: '',
    visual,
    broll: [{ query_en: query, description: visual, image_prompt: `${query}, soft light` }],
    pace: 'normal',
    emphasis: [],
  };
}
