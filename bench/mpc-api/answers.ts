const SHOWN = [
  'espresso running into a glass',
  'steel burrs of a grinder',
  'needle of a pressure gauge',
  'oil drops between gas bubbles',
  'golden foam in a white cup',
  'cold handle in a hand',
  'honey thread above a scale',
  'woman tasting from a spoon',
  'fingers turning a grind dial',
  'phone timer beside a machine',
];

/** What the instant gateway's model says, by the name of the schema that it is asked to fill. Good at the first try. */
export const answers: Readonly<Record<string, unknown>> = {
  script: {
    title: 'How Espresso Works',
    logline: 'What nine bars of pressure do to a spoonful of coffee in half a minute.',
    cta: 'Pull one shot tomorrow with your phone timer running.',
    scenes: [
      'A shot of espresso takes about twenty seven seconds, and most of its taste is decided in the first eight.',
      'It begins with the grinder. Beans are cut so fine that water cannot simply fall through, the way it does in a paper filter.',
      'A pump then presses hot water onto the packed coffee with nine bars. That is the weight you would feel ninety metres under the sea.',
      'The water carries oils and tiny gas bubbles into the cup. No other way of brewing at home pulls them out so quickly.',
      'Those bubbles are the crema, the golden foam on top. Fresh beans hold more carbon dioxide, so old ones leave a thin pale ring.',
      'Heat matters as well. Below ninety degrees the drink turns thin and sharp, and a cold metal handle steals three of them.',
      'Your eyes can follow the change. First come dark drops, then a stream the colour of honey, and at last a pale thread.',
      'Taste tells you what went wrong. Sour means the flow was too fast. Bitter means that it stayed in the basket too long.',
      'So change a single thing, the grind, and leave dose and time alone. Two small steps are enough for most machines.',
      'Pull one shot tomorrow with your phone timer running. You will taste every second of it.',
    ].map(scene),
    claims: [{ text: 'Espresso is pressed with nine bars.', source_id: null }],
  },
  metadata: {
    titles: [
      { text: 'How espresso works inside the machine', angle: 'how_to' },
      { text: 'The pressure that makes espresso taste sweet', angle: 'curiosity' },
      { text: 'Why is there foam on top of espresso?', angle: 'question' },
    ],
    description:
      'How espresso works, from finely ground coffee to the golden foam on top. You see what pressure does to oils and sugars, where the crema comes from, and why fresh beans hold more of it than old ones.',
    tags: ['how espresso works', 'espresso crema', 'coffee pressure', 'espresso machine', 'fresh coffee beans'],
    captions: [],
  },
};

function scene(narration: string, index: number) {
  const visual = `${SHOWN[index % SHOWN.length]}, close view`;
  return {
    narration,
    on_screen_text: '',
    visual,
    broll: [{ query_en: 'espresso machine barista', description: visual, image_prompt: `${visual}, morning light` }],
    pace: 'normal',
    emphasis: [],
  };
}
